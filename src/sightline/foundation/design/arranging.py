"""A table as the address asks for it: filtered, sorted and paged on the server, so that it works without script."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from urllib.parse import urlencode

from django.http import QueryDict

from .tables import Cell, Column, Filter, Row, Table


@dataclass(frozen=True)
class Address:
    """The page's address, from which the address of every other arrangement is made."""

    path: str
    query: QueryDict
    anchor: str = ""

    def but(self, changes: Mapping[str, str | None]) -> str:
        """The same address with these parameters changed, or left out where they are None."""
        old = ((key, value) for key, values in self.query.lists() for value in values)
        kept = [(key, value) for key, value in old if key not in changes and key != "export"]
        asked = urlencode(kept + [(key, value) for key, value in changes.items() if value is not None])
        whole = f"{self.path}?{asked}" if asked else self.path or "?"
        return f"{whole}#{self.anchor}" if self.anchor else whole


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
    here = Address(path, query, table.anchor)
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
        headings=tuple(_heading(table, column, query, here) for column in table.columns),
        rows=tuple(found[start : start + size] if size else found),
        matching=len(found),
        total=len(table.rows),
        first=start + 1,
        active=tuple(_active(filters, words)),
        filters=filters,
        words=words,
        carried=tuple((key, value) for key, values in query.lists() for value in values if key not in own),
        clear_href=here.but(dict.fromkeys(own)),
        all_href=here.but({table.param("page"): "all"}),
        pages=tuple(_page_links(table, here, number, count)),
        previous=here.but({table.param("page"): str(number - 1)}) if number > 1 else "",
        following=here.but({table.param("page"): str(number + 1)}) if number < count else "",
        exports=tuple(
            (label, Address(table.export_href, query).but({table.param("page"): None, "export": kind}))
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


def _heading(table: Table, column: Column, query: QueryDict, here: Address) -> Heading:
    if not column.sortable:
        return Heading(column, "", "")
    now = query.get(table.param("sort")) or table.sort
    direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(now, "none")
    asked = f"-{column.key}" if direction == "ascending" else column.key
    return Heading(column, here.but({table.param("sort"): asked, table.param("page"): None}), direction)


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


def _page_links(table: Table, here: Address, number: int, count: int) -> Iterable[PageLink | None]:
    if count == 1:
        return
    near = [page for page in range(1, count + 1) if page in (1, count) or abs(page - number) <= 1]
    for before, page in zip([0, *near], near, strict=False):
        if page > before + 1:
            yield None
        yield PageLink(str(page), here.but({table.param("page"): str(page)}), page == number)
