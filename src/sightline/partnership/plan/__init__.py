"""Plan: the common vocabulary of themes, a partnership's priorities and objectives, and the plans that are required of it.

Hangs on boards and law; actions, reviews and learning point at it. Always true: the words of a priority are the
partnership's own and its themes the common vocabulary's; a theme is never rewritten, only replaced from a day.
"""
