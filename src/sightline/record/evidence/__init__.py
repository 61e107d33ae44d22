"""Evidence: files, links and notes that show what came of something, graded from activity up to outcomes for children.

Lies lowest on its floor and names what it bears on by reference, so that any record can have evidence. Always true: a
file's bytes are known by their digest and never change; a newer version supersedes, the older stays; what is of no
grade says so.
"""
