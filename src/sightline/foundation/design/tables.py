"""Tables as presenters build them; the page includes `design/table.html`, which arranges them as the address asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.html import strip_tags

from .marks import Mark

PAGE_SIZE = 100
LONGEST_DATE = len("30 September 2026")
"""Characters of the longest date. What says more than one date may run over two lines."""


@dataclass(frozen=True)
class Column:
    key: str
    title: str
    numeric: bool = False
    sortable: bool = True
    export: bool = True
    wide: bool = False  # holds sentences, and gets room for them
    hidden_title: bool = False  # a heading for screen readers only, for a column of links


@dataclass(frozen=True)
class Cell:
    """One cell. What is shown (`text`, or `html` that is already safe), where it leads, and how it sorts and exports.

    `value` is what sorting and the spreadsheet use where the text would not do (a number, a date, None for unknown).
    """

    text: str = ""
    href: str = ""
    value: Any = None
    tag: str = ""  # a colour of the Design System's tag, and the text is shown in it
    html: str = ""  # safe HTML in place of the text
    note: str = ""  # a second, quieter line
    hidden: str = ""  # words only a screen reader needs ("for Ann Example")
    marks: tuple[Mark, ...] = ()  # small signs, in place of the text
    unknown: bool = False  # hatched: not known, which is neither nothing nor zero
    full: str = ""  # all of it, for the search and the files to take away, where the page shows less
    order: str = ""  # how it sorts where neither words nor value would do ("4a" after "4", before "10")

    @property
    def words(self) -> str:
        """What the cell says, in words alone."""
        if self.full:
            return self.full
        said = self.text or ", ".join(mark.words for mark in self.marks) or strip_tags(self.html).strip()
        return f"{said} ({self.note})" if self.note and said else said or self.note

    @property
    def is_date(self) -> bool:
        return isinstance(self.value, date) and len(self.text) <= LONGEST_DATE

    @property
    def sort_key(self) -> tuple[bool, int, Any]:
        """Empty last; then numbers, dates and words, each among their own."""
        value = self.order or (self.words if self.value is None else self.value)
        if self.unknown or value == "":
            return (True, 0, 0)
        if isinstance(value, bool | int | float):
            return (False, 0, value)
        if isinstance(value, date):
            return (False, 1, value.isoformat())
        return (False, 2, str(value).casefold())


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    facets: Mapping[str, str | Sequence[str]] = field(default_factory=dict)  # filter key to this row's value(s)
    id: str = ""
    emphasis: str = ""  # "total" or "muted"


@dataclass(frozen=True)
class Filter:
    """Choices for one question about the rows. Without `choices` they are those that the rows have."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""  # tells two tables of one page apart in the address
    filters: tuple[Filter, ...] = ()
    searchable: bool = False
    sort: str = ""  # how the rows are sorted to begin with: a column's key, with "-" for last first
    empty: str = "There is nothing here yet."
    export_href: str = ""  # the page that answers ?export=xlsx and ?export=csv (often the page itself)
    page_size: int = PAGE_SIZE
    dense: bool = False
    caption_hidden: bool = False
    stacked: bool = True  # on a phone each row becomes a card; False keeps the grid, in a region that scrolls
    row_headers: bool = True
    footer: tuple[Cell, ...] = ()
    note: str = ""  # one line under the table: how it was counted

    def param(self, key: str) -> str:
        return f"{self.name}-{key}" if self.name else key

    @property
    def anchor(self) -> str:
        """Where its links lead back to, so that a table far down a page stays in sight; the only table needs none."""
        return f"table-{self.name}" if self.name else ""


def row(*cells: Any, **kwargs: Any) -> Row:
    """A row from cells, or from plain words, numbers, dates and None."""
    return Row(cells=tuple(cell(value) for value in cells), **kwargs)


def cell(value: Any) -> Cell:
    if isinstance(value, Cell):
        return value
    if value is None or value == "":
        return Cell()
    if isinstance(value, date):
        return Cell(text=f"{value.day} {value:%b %Y}", value=value)
    if isinstance(value, bool):
        return Cell(text="Yes" if value else "No")
    if isinstance(value, int | float):
        return Cell(text=f"{value:,}", value=value)
    return Cell(text=str(value))
