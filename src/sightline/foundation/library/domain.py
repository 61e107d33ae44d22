"""Words of the library, and the shapes in which it answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Visibility(StrEnum):
    PARTNERSHIP = "partnership"
    RESTRICTED = "restricted"
    SHARED = "shared"


VISIBILITY_LABELS = {
    Visibility.PARTNERSHIP: "Everyone in the partnership",
    Visibility.RESTRICTED: "Only roles that read restricted papers",
    Visibility.SHARED: "The partnership and its region",
}

GUIDANCE = frozenset(
    {"policy", "procedure", "guidance", "protocol", "strategy", "plan", "arrangements", "terms_of_reference"}
)
"""Kinds of document that people look up to know what to do."""

DOCUMENT = "library.document"
PAGE = "library.page"


def kind_label(kind: str) -> str:
    """`terms_of_reference` as people read it."""
    return kind.replace("_", " ").capitalize() if kind else "Not known"


@dataclass(frozen=True, slots=True)
class File:
    """A file that the store keeps: its digest is its name there."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PageText:
    """A page to shelve: its text at `start` of the whole; `words` are (start, end, left, top, right, bottom) in points."""

    number: int
    text: str
    start: int
    end: int
    label: str = ""
    width: float | None = None
    height: float | None = None
    has_text: bool = True
    by_ocr: bool = False
    words: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: the words, and the page of the document that has them."""

    document_id: int
    version: int
    title: str
    page: int
    page_label: str
    start: int
    end: int
    words: str
    field: str
    partnership_slug: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a snippet or a page; `is_marked` where it is what was looked for."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    id: int
    partnership_id: int | None
    title: str
    dated_on: date | None
    context: tuple[Piece, ...]
    is_restricted: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits. `kinds` counts all that match, by kind, before a kind was chosen."""

    hits: tuple[Hit, ...]
    total: int
    kinds: tuple[tuple[str, int], ...]
