"""Intake: papers dropped in, read by the reader in a child process, proposals, and the person's word on each.

Calls the commands of every register. Always true: nothing enters the record unseen; a person's correction outlives
every re-read; a paper is wholly read or not at all.
"""
