"""What is done to the library."""

from .documents import (
    add_version,
    change_document,
    date_document,
    move_version,
    note_faults,
    set_review,
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
    "note_faults",
    "set_review",
    "shelve_document",
    "supersede_document",
    "uncite",
    "unindex",
]
