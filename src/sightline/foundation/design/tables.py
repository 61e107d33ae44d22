"""Tables that can be sorted, filtered, paged and taken away, all from the address, so that they work without script.

A presenter builds a `Table`; the page includes `design/table.html`; `arrange` answers what the address asks for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.html import strip_tags

from .marks import Mark

PAGE_SIZE = 100


@dataclass(frozen=True)
class Column:
    key: str
    title: str
    numeric: bool = False
    sortable: bool = True
    export: bool = True
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

    @property
    def words(self) -> str:
        """What the cell says, in words alone."""
        said = self.text or ", ".join(mark.words for mark in self.marks) or strip_tags(self.html).strip()
        return f"{said} ({self.note})" if self.note and said else said or self.note

    @property
    def is_date(self) -> bool:
        return isinstance(self.value, date)

    @property
    def sort_key(self) -> tuple[bool, int, Any]:
        """Empty last; then numbers, dates and words, each among their own."""
        value = self.words if self.value is None else self.value
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


@dataclass(frozen=True)
class Heading:
    column: Column
    href: str  # empty when the column does not sort
    direction: str  # what aria-sort says: ascending, descending or none


@dataclass(frozen=True)
class FilterShown:
    name: str
    label: str
    choices: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class PageLink:
    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Arranged:
    """A table as the address asks for it, ready to be drawn."""

    table: Table
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    matching: int
    total: int
    first: int
    active: tuple[str, ...]  # each filter in force, in words
    filters: tuple[FilterShown, ...]
    words: str
    carried: tuple[tuple[str, str], ...]  # parameters of the address that the filter form must keep
    clear_href: str
    all_href: str
    pages: tuple[PageLink | None, ...]  # None is a gap
    previous: str
    following: str
    exports: tuple[tuple[str, str], ...]

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def lines(self) -> "list[Line]":
        return [Line(row, tuple(zip(self.table.columns, row.cells, strict=True))) for row in self.rows]

    @property
    def footer(self) -> list[tuple[Column, Cell]]:
        return list(zip(self.table.columns, self.table.footer, strict=True))


@dataclass(frozen=True)
class Line:
    row: Row
    cells: tuple[tuple[Column, Cell], ...]


def arrange(table: Table, query: QueryDict, path: str = "") -> Arranged:
    """Filter, sort and page the rows as the address asks, and make the addresses of every other arrangement."""
    words = query.get(table.param("q"), "").strip() if table.searchable else ""
    wanted = {one.key: query.get(table.param(one.key), "") for one in table.filters}
    found = sorted_rows(table, matching_rows(table, wanted, words), query.get(table.param("sort"), ""))
    size = table.page_size if query.get(table.param("page")) != "all" else 0
    count = max(1, ceil(len(found) / size)) if size else 1
    number = min(_positive(query.get(table.param("page"), "1")), count)
    start = (number - 1) * size
    own = [table.param(key) for key in ("q", "page", *wanted)]
    filters = tuple(_filter_shown(table, one, wanted[one.key]) for one in table.filters)
    return Arranged(
        table=table,
        headings=tuple(_heading(table, column, query, path) for column in table.columns),
        rows=tuple(found[start : start + size] if size else found),
        matching=len(found),
        total=len(table.rows),
        first=start + 1,
        active=tuple(_active(filters, words)),
        filters=filters,
        words=words,
        carried=tuple((key, value) for key, values in query.lists() for value in values if key not in own),
        clear_href=_href(path, query, dict.fromkeys(own)),
        all_href=_href(path, query, {table.param("page"): "all"}),
        pages=tuple(_page_links(table, query, path, number, count)),
        previous=_href(path, query, {table.param("page"): str(number - 1)}) if number > 1 else "",
        following=_href(path, query, {table.param("page"): str(number + 1)}) if number < count else "",
        exports=tuple(
            (label, _href(table.export_href, query, {table.param("page"): None, "export": kind}))
            for kind, label in (("xlsx", "Excel"), ("csv", "CSV"))
            if table.export_href
        ),
    )


def matching_rows(table: Table, wanted: Mapping[str, str], words: str) -> list[Row]:
    places = {column.key: index for index, column in enumerate(table.columns)}
    chosen = {key: value for key, value in wanted.items() if value}
    parts = words.casefold().split()
    return [
        row
        for row in table.rows
        if all(value in facet_values(row, key, places) for key, value in chosen.items())
        and all(part in " ".join(one.words for one in row.cells).casefold() for part in parts)
    ]


def facet_values(row: Row, key: str, places: Mapping[str, int]) -> Sequence[str]:
    if key in row.facets:
        value = row.facets[key]
        return [value] if isinstance(value, str) else value
    return [row.cells[places[key]].words] if key in places else []


def sorted_rows(table: Table, rows: list[Row], asked: str) -> list[Row]:
    """By the column asked for, empty cells last both ways; as the presenter gave them when no column is named."""
    sortable = {column.key: index for index, column in enumerate(table.columns) if column.sortable}
    asked = asked if asked.lstrip("-") in sortable else table.sort
    index = sortable.get(asked.lstrip("-"))
    if index is None:
        return rows
    filled = [row for row in rows if not row.cells[index].sort_key[0]]
    blank = [row for row in rows if row.cells[index].sort_key[0]]
    return sorted(filled, key=lambda row: row.cells[index].sort_key, reverse=asked.startswith("-")) + blank


def every_row(table: Table, query: QueryDict) -> Table:
    """The same table with the rows of every page, filtered and sorted as the address asks: what an export holds."""
    arranged = arrange(replace(table, page_size=0), query)
    return replace(table, rows=arranged.rows)


def _positive(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def _href(path: str, query: QueryDict, changes: Mapping[str, str | None]) -> str:
    kept = [(key, value) for key, values in query.lists() for value in values if key not in changes and key != "export"]
    asked = urlencode(kept + [(key, value) for key, value in changes.items() if value is not None])
    return f"{path}?{asked}" if asked else path or "?"


def _heading(table: Table, column: Column, query: QueryDict, path: str) -> Heading:
    if not column.sortable:
        return Heading(column, "", "")
    now = query.get(table.param("sort")) or table.sort
    direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(now, "none")
    asked = f"-{column.key}" if direction == "ascending" else column.key
    return Heading(column, _href(path, query, {table.param("sort"): asked, table.param("page"): None}), direction)


def _filter_shown(table: Table, one: Filter, chosen: str) -> FilterShown:
    places = {column.key: index for index, column in enumerate(table.columns)}
    choices: Iterable[tuple[str, str]] = one.choices
    if not one.choices:
        values = {value for row in table.rows for value in facet_values(row, one.key, places) if value}
        choices = ((value, value) for value in sorted(values, key=str.casefold))
    return FilterShown(
        name=table.param(one.key),
        label=one.label,
        choices=(("", "All", not chosen), *((value, label, value == chosen) for value, label in choices)),
    )


def _active(filters: Iterable[FilterShown], words: str) -> Iterable[str]:
    if words:
        yield f"words ‘{words}’"
    for one in filters:
        yield from (f"{one.label.lower()} ‘{label}’" for value, label, chosen in one.choices if value and chosen)


def _page_links(table: Table, query: QueryDict, path: str, number: int, count: int) -> Iterable[PageLink | None]:
    if count == 1:
        return
    near = [page for page in range(1, count + 1) if page in (1, count) or abs(page - number) <= 1]
    for before, page in zip([0, *near], near, strict=False):
        if page > before + 1:
            yield None
        yield PageLink(str(page), _href(path, query, {table.param("page"): str(page)}), page == number)
