"""What is done to the library."""

from .documents import (
    add_version,
    change_document,
    date_document,
    move_version,
    name_document,
    note_faults,
    retire_document,
    set_review,
    set_visibility,
    shelve_document,
    supersede_document,
)
from .indexing import index_entry, unindex
from .passages import cite, uncite

__all__ = [
    "add_version",
    "change_document",
    "cite",
    "date_document",
    "index_entry",
    "move_version",
    "name_document",
    "note_faults",
    "retire_document",
    "set_review",
    "set_visibility",
    "shelve_document",
    "supersede_document",
    "uncite",
    "unindex",
]
