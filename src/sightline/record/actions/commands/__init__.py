"""Verbs of actions: raising and describing them, how they go, how they end."""

from .closing import close_action, confirm_done, reopen_action, report_done, send_back, withdraw
from .going import change_due, note_progress
from .raising import Owner, assign, correct_wording, raise_action, remove_action, serve, unassign, unserve

__all__ = [
    "Owner",
    "assign",
    "change_due",
    "close_action",
    "confirm_done",
    "correct_wording",
    "note_progress",
    "raise_action",
    "remove_action",
    "reopen_action",
    "report_done",
    "send_back",
    "serve",
    "unassign",
    "unserve",
    "withdraw",
]
