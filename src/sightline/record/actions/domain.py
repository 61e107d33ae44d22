"""Words of actions."""

from enum import StrEnum

WORKING_DAYS = 260
"""The furthest that a due date may be given in working days: about a year."""


class Status(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    DONE = "done"
    WITHDRAWN = "withdrawn"


STATUS_LABELS = {
    Status.OPEN: "Not started",
    Status.IN_PROGRESS: "In progress",
    Status.REPORTED: "Reported done, waiting for a second word",
    Status.DONE: "Done",
    Status.WITHDRAWN: "Withdrawn",
}
CLOSED = frozenset({Status.DONE, Status.WITHDRAWN})
GOING = (Status.OPEN, Status.IN_PROGRESS)
"""What an owner says of an action that is not done."""


class Rating(StrEnum):
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


RATING_LABELS = {Rating.ON_TRACK: "On track", Rating.AT_RISK: "At risk", Rating.OFF_TRACK: "Off track"}
RATING_COLOURS = {Rating.ON_TRACK: "green", Rating.AT_RISK: "yellow", Rating.OFF_TRACK: "red"}
NOT_RATED = "Not rated"


class PartyKind(StrEnum):
    LEAD = "lead"
    CONTRIBUTES = "contributes"


class Event(StrEnum):
    """What a line of an action's history tells of."""

    PROGRESS = "progress"
    DUE = "due"
    REPORTED = "reported"
    SENT_BACK = "sent_back"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


EVENT_LABELS = {
    Event.PROGRESS: "Progress",
    Event.DUE: "Due date changed",
    Event.REPORTED: "Reported done",
    Event.SENT_BACK: "Sent back",
    Event.CLOSED: "Done",
    Event.WITHDRAWN: "Withdrawn",
    Event.REOPENED: "Opened again",
}


class Word(StrEnum):
    """On whose word an action is done."""

    PERSON = "person"
    BOARD = "board"
    PAPER = "paper"


WORD_LABELS = {Word.PERSON: "A second person", Word.BOARD: "A board", Word.PAPER: "A paper"}
NO_REACH = "none"
"""What an action that was closed without graded evidence had; blank is not recorded."""
