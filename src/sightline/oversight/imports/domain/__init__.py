"""States of an import, and how far its rows are."""

from dataclasses import dataclass
from enum import StrEnum


class ImportState(StrEnum):
    WAITING = "waiting"
    CHECKED = "checked"
    ADDING = "adding"
    ADDED = "added"
    UNREADABLE = "unreadable"
    DISCARDED = "discarded"


STATE_LABELS = {
    ImportState.WAITING: "Being checked",
    ImportState.CHECKED: "Checked, nothing added yet",
    ImportState.ADDING: "Being added",
    ImportState.ADDED: "Added",
    ImportState.UNREADABLE: "Cannot be read",
    ImportState.DISCARDED: "Discarded",
}
MOVING = frozenset({ImportState.WAITING, ImportState.ADDING})


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows that have been tried out or added, of how many."""

    done: int
    of: int
