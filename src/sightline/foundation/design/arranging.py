"""A table as the address asks for it: filtered, sorted and paged on the server, so that it works without script."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from .paging import Address, Pages, pages_of
from .tables import Cell, Column, Filter, Row, Table


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
class Arranged:
    """A table as the address asks for it, ready to be drawn."""

    table: Table
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    matching: int
    total: int
    active: tuple[str, ...]  # each filter in force, in words
    filters: tuple[FilterShown, ...]
    words: str
    carried: tuple[tuple[str, str], ...]  # parameters of the address that the filter form must keep
    clear_href: str
    paging: Pages
    exports: tuple[tuple[str, str], ...]

    @property
    def has_filters(self) -> bool:
        """Nothing to filter, no filters."""
        return bool(self.total and (self.filters or self.table.searchable))

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
    paging = pages_of(len(found), here, size=table.page_size, param=table.param("page"))
    own = [table.param(key) for key in ("q", "page", *wanted)]
    filters = tuple(_filter_shown(table, one, wanted[one.key]) for one in table.filters)
    return Arranged(
        table=table,
        headings=tuple(_heading(table, column, query, here) for column in table.columns),
        rows=tuple(found[paging.start : paging.stop]),
        matching=len(found),
        total=len(table.rows),
        active=tuple(_active(filters, words)),
        filters=filters,
        words=words,
        carried=tuple((key, value) for key, values in query.lists() for value in values if key not in own),
        clear_href=here.but(dict.fromkeys(own)),
        paging=paging,
        exports=tuple(
            (label, Address(table.export_href, query).but({table.param("page"): None, "export": kind}))
            for kind, label in (("xlsx", "Excel"), ("csv", "CSV"), ("docx", "Word"), ("pdf", "PDF"))
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
