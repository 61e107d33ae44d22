"""Rows of values (a sheet, a file of separated values) to tables: blank rows part them, blank edges fall away."""

import datetime as dt
from collections.abc import Iterable, Iterator

from sightline_reader.formats.building import Builder


def write_rows(builder: Builder, rows: Iterable[list[str]], origin: str) -> None:
    for number, block in _blocks(rows):
        if builder.is_full:
            return
        builder.table(_trimmed(block), origin, first_row=number)


def _blocks(rows: Iterable[list[str]]) -> Iterator[tuple[int, list[list[str]]]]:
    """Each run of filled rows, with the number of its first."""
    held: list[list[str]] = []
    number = 0
    for number, row in enumerate(rows, 1):
        if any(row):
            held.append(row)
        elif held:
            yield number - len(held), held
            held = []
    if held:
        yield number - len(held) + 1, held


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    used = [place for row in rows for place, text in enumerate(row) if text]
    first, last = min(used), max(used) + 1
    return [(row + [""] * (last - len(row)))[first:last] for row in rows]


def shown(value: object) -> str:
    """A cell's value as a person would write it: whole numbers without a point, dates in words."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e15 else str(value)
    if isinstance(value, dt.datetime):
        day = f"{value.day} {value:%B %Y}"
        return day if value.time() == dt.time() else f"{day} {value:%H:%M}"
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return str(value).replace("\x00", "").strip()
