"""Words of actions."""

from enum import StrEnum


class Status(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    WITHDRAWN = "withdrawn"


STATUS_LABELS = {
    Status.OPEN: "Not started",
    Status.IN_PROGRESS: "In progress",
    Status.DONE: "Done",
    Status.WITHDRAWN: "Withdrawn",
}
CLOSED = frozenset({Status.DONE, Status.WITHDRAWN})


class PartyKind(StrEnum):
    LEAD = "lead"
    CONTRIBUTES = "contributes"
