"""Which agency came to which meeting, from grids that annual reports print, with the percentage as printed.

A mark that is none of the known ones, or an empty cell, is unknown: never absent.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline_reader.layout import View, fold
from sightline_reader.model import Candidate, Cell, Table
from sightline_reader.numbers import figures, financial_year
from sightline_reader.words import MONTHS, days_in

LINES_ABOVE = 3
"""The board's name stands within so many lines over its table."""

LEAST_MARKED = 0.5
"""So many of the cells under dates must hold marks."""

CAME = re.compile(r"(?i)(?:y(?:es)?|p(?:resent)?|attended|att|x|[✓✔√1])$")
STOOD_IN = re.compile(r"(?i)(?:d(?:ep(?:uty)?)?|sub(?:stitute)?|rep(?:resented)?)$")
STAYED_AWAY = re.compile(r"(?i)(?:n(?:o)?|a(?:bsent)?|ap(?:ol(?:ogie)?s)?|apols?\.?|did not attend|dna|[✗✘×0])$")
_AGENCY_HEAD = re.compile(r"(?i)\b(?:organisation|agency|agencies|partner|service|body|sector|representing)s?\b")
_PERCENT_HEAD = re.compile(r"(?i)%|\bper ?cent|\battendance\b")
_MONTH_ALONE = re.compile(
    rf"(?i)\b(?P<month>{'|'.join(m[:3] for m in MONTHS)})[a-z]*\.?\W*(?:'?(?P<year>\d\d(?:\d\d)?))?$"
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose columns are meetings: `dates` by column, `percent` the column of the printed percentage."""

    table: Table
    board: str | None
    dates: dict[int, str | None]
    percent: int | None


def find(view: View) -> list[Candidate]:
    """One candidate for each agency and meeting; for a grid of percentages alone, one for each agency."""
    return [candidate for grid in grids(view) for candidate in _of_grid(view, grid)]


def grids(view: View) -> tuple[Grid, ...]:
    """The attendance grids of a document."""
    return view.once(_grids)


def percentage_of(row: tuple[Cell, ...], grid: Grid) -> float | None:
    """The percentage printed for an agency, None where there is none."""
    if grid.percent is None or grid.percent >= len(row):
        return None
    printed = figures(" " + row[grid.percent].text)
    return float(printed[0].value) if printed else None


def attended(mark: str) -> bool | None:
    """Whether a mark says that the agency, or somebody in its place, was there; None where it does not say."""
    mark = mark.strip(" .*")
    if CAME.match(mark) or STOOD_IN.match(mark):
        return True
    return False if STAYED_AWAY.match(mark) else None


def _grids(view: View) -> tuple[Grid, ...]:
    return tuple(grid for table in view.tables if (grid := _grid(view, table)))


def _grid(view: View, table: Table) -> Grid | None:
    head, rows = table.rows[0], table.rows[1:]
    if len(rows) < 2 or not _AGENCY_HEAD.search(head[0].text):
        return None
    year = financial_year(" ".join([table.caption, view.text[:1500]]))
    dates = {n: _date(cell.text, year) for n, cell in enumerate(head) if n and _is_meeting(cell.text)}
    percent = next((n for n, cell in enumerate(head) if n and n not in dates and _PERCENT_HEAD.search(cell.text)), None)
    marks = [row[n].text for row in rows for n in dates if n < len(row)]
    known = sum(attended(mark) is not None for mark in marks)
    if dates and known < LEAST_MARKED * max(len(marks), 1):
        return None
    return Grid(table, _board(view, table), dates, percent) if dates or percent is not None else None


def _is_meeting(head: str) -> bool:
    return bool(days_in(head) or _MONTH_ALONE.search(head) or re.match(r"(?i)(?:meeting|q)\s?\d", head))


def _date(head: str, year: str | None) -> str | None:
    """The date of a meeting as far as its head prints it; a month alone takes its year from the financial year."""
    if days := days_in(head):
        return days[0].written()
    month = _MONTH_ALONE.search(head)
    if month is None:
        return None
    number = 1 + [name[:3] for name in MONTHS].index(month["month"][:3].lower())
    if month["year"]:
        return f"{2000 + int(month['year']) % 100}-{number:02d}"
    return f"{int(year[:4]) + (number < 4)}-{number:02d}" if year else None


def _board(view: View, table: Table) -> str | None:
    """The line over the table that names its board."""
    if table.caption:
        return fold(table.caption)
    above = view.filled_above(table.rows[0][0].start, LINES_ABOVE)
    named = [fold(line.text) for line in above if "\t" not in line.text.strip() and len(line.text) < 120]
    return next((name for name in reversed(named) if not name.endswith(".")), None)


def _of_grid(view: View, grid: Grid) -> Iterator[Candidate]:
    for row in grid.table.rows[1:]:
        name = row[0].text
        if not re.search(r"[A-Za-z]{2}", name) or re.match(r"(?i)total|overall|average", name):
            continue
        percentage = percentage_of(row, grid)
        fields = {"organisation": name, "board": grid.board, "percentage": percentage}
        for column, date in grid.dates.items():
            if column < len(row):
                cell = row[column]
                said = {"meeting_date": date, "attended": attended(cell.text), "mark": cell.text or None}
                if STOOD_IN.match(cell.text):
                    said["deputy"] = True
                yield view.candidate("agency_attendance", fields | said, (row[0].start, max(cell.end, row[0].end)), 0.9)
        if not grid.dates and percentage is not None:
            told = fields | {"meeting_date": None, "attended": None, "mark": None}
            yield view.candidate("agency_attendance", told, (row[0].start, row[grid.percent or 0].end), 0.8)
