"""States of papers and proposals."""

from enum import StrEnum


class PaperState(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    SAME = "same"
    HELD_BACK = "held_back"
    UNREADABLE = "unreadable"
    SET_ASIDE = "set_aside"


class Choice(StrEnum):
    """A person's word on a proposal. Superseded: a later reading no longer finds it and nobody had decided."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REFUSED = "refused"
    SUPERSEDED = "superseded"
