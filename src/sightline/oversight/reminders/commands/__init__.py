"""Verbs of reminders: when they go out, the digests, the links in them and what people answer."""

from .answers import answer, take_up
from .briefings import send_briefings
from .digests import prepare, remind_now
from .links import revoke
from .rhythms import add_contact, remove_contact, set_rhythm, wish
from .sending import recover, remind, send_waiting, try_again

__all__ = [
    "add_contact",
    "answer",
    "prepare",
    "recover",
    "remind",
    "remind_now",
    "remove_contact",
    "revoke",
    "send_briefings",
    "send_waiting",
    "set_rhythm",
    "take_up",
    "try_again",
    "wish",
]
