"""Reminders: one engine for everything with an owner and a date, and answers from an e-mail without an account.

Asks each register what is due, writes only its own digests and links; an answer goes through the register's command.
Always true: one owner gets one digest; a link opens one thing, for one owner, until a day, and can be taken back.
"""
