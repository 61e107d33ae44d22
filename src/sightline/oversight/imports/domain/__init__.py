"""States of an import."""

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
