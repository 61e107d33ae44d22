"""The shapes that pass between the steps of reading. Offsets are Python string characters of `Document.text`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

CELL_BREAK = "\u2028"
"""Parts the lines of one cell that were lines of their own (a list of names), so that a row stays one line of text."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, measured from the top left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page (PDF), sheet (workbook) or the whole (other kinds). `number` counts from 1."""

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None
    words: Sequence[Word] = ()
    has_text: bool = True
    by_ocr: bool = False
    label: str = ""


class Cell(NamedTuple):
    """One cell; `text` is `Document.text[start:end]` with white space folded.

    A tuple, as a workbook has hundreds of thousands, and a frozen dataclass costs three times as much to make.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in reading order. `origin` names what made it: sheet, csv, docx, html, pdf, markdown, tabs.

    `first_row` is the number that a person sees beside its first row in a workbook.
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    origin: str
    caption: str = ""
    first_row: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the file itself marks as a heading, or that is set larger; level 1 is the highest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Document:
    """One opened file. For .txt and .md `text` is the decoded file, character for character.

    In the text of a table cells are parted by tabs and rows by line ends; pages are parted by form feeds.
    """

    name: str
    media_type: str
    text: str
    pages: tuple[Page, ...]
    tables: tuple[Table, ...] = ()
    headings: tuple[Heading, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that the text seems to hold. `doubts` say in plain words why it may be wrong."""

    kind: str
    fields: dict[str, Any]
    start: int
    end: int
    confidence: float
    reader: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the document lacks or contradicts: `code` is stable, `message` is for people."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a file is held back, its text not kept: what was seen, where (page, or sheet and row), never the value."""

    code: str
    message: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reading found. When `hold` is set, `document`, `candidates` and `faults` are empty."""

    document: Document | None
    kind: str
    candidates: tuple[Candidate, ...]
    faults: tuple[Fault, ...]
    reader_version: str
    hold: Hold | None = None


class Unreadable(Exception):
    """The file cannot be read. `code` is stable; the message says in plain words what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
