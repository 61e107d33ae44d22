"""Totals that their lines do not add up to, and percentages that their marks do not bear out."""

import re
from collections.abc import Iterator
from typing import Any

from sightline_reader.checks.places import at
from sightline_reader.figure_tables import tables_of_figures
from sightline_reader.kinds.agency_attendance import attended, grids, percentage_of
from sightline_reader.layout import View
from sightline_reader.ledgers import ledgers
from sightline_reader.model import Fault, Table
from sightline_reader.numbers import figures, whole

ROUNDING = 1.0
"""Printed sums may be rounded to whole pounds: so much per line is no mismatch."""


def totals(view: View) -> Iterator[Fault]:
    for ledger in ledgers(view):
        lines = [(e.name, float(e.value), e.is_total, e.is_neither, e) for e in ledger.entries]
        for (name, value, *_, entry), summed, left_out in _mismatches(lines):
            yield at("total_mismatch", _says(name, value, summed, left_out, "£"), entry, view.page_of(entry.start))
    for table in tables_of_figures(view):
        yield from _of_counts(view, table)


Line = tuple[str, float, bool, bool, Any]


def _mismatches(lines: list[Line]) -> Iterator[tuple[Line, float, Line | None]]:
    """Totals that neither the lines since the last total, nor all lines, nor the totals before them add up to."""
    since: list[Line] = []
    everything: list[Line] = []
    totals: list[Line] = []
    for line in lines:
        if line[3]:
            continue
        if not line[2]:
            since.append(line)
            everything.append(line)
            continue
        ways = [part for part in (since, everything, totals) if len(part) >= 2]
        if since and len(since) >= 2 and not any(_adds_up(part, line[1]) for part in ways):
            summed = sum(part[1] for part in since)
            apart = next((part for part in since if abs(summed - part[1] - line[1]) < ROUNDING), None)
            yield line, summed, apart
        since, totals = [], [*totals, line]


def _adds_up(part: list[Line], total: float) -> bool:
    allowed = ROUNDING * len(part) if any(line[1] % 1 for line in part) or total % 1 else ROUNDING
    return abs(sum(line[1] for line in part) - total) <= allowed


def _says(name: str, value: float, summed: float, left_out: Line | None, unit: str) -> str:
    told = f"“{name}” is given as {unit}{whole(value):,}, but its lines add up to {unit}{whole(round(summed, 2)):,}."
    return f"{told} It is right without “{left_out[0]}”." if left_out else told


def _of_counts(view: View, table: Table) -> Iterator[Fault]:
    """Columns of whole numbers over a row that is called total."""
    money = [(e.start, e.end) for ledger in ledgers(view) for e in ledger.entries]
    if len(table.rows) < 4 or any(a < table.rows[-1][-1].end and table.rows[0][0].start < b for a, b in money):
        return
    for column in range(1, len(table.rows[0])):
        lines: list[Line] = []
        for row in table.rows[1:]:
            amount = figures(" " + row[column].text) if column < len(row) else []
            if not amount or amount[0].unit != "count" or not re.fullmatch(r"[\d,]+", row[column].text):
                lines = []
                continue
            lines.append(
                (
                    row[0].text,
                    float(amount[0].value),
                    bool(re.match(r"(?i)(?:grand )?totals?\b", row[0].text)),
                    False,
                    row[column],
                )
            )
        for (name, value, *_, cell), summed, left_out in _mismatches(lines):
            head = table.rows[0][column].text
            message = _says(f"{name} ({head})" if head else name, value, summed, left_out, "")
            yield Fault("total_mismatch", message, cell.start, cell.end, table.page)


def percentages(view: View) -> Iterator[Fault]:
    """Printed percentages that differ from the marks beside them; rows with an unknown mark are left alone."""
    for grid in grids(view):
        for row in grid.table.rows[1:]:
            printed = percentage_of(row, grid)
            marks = [attended(row[n].text) for n in grid.dates if n < len(row)]
            if printed is None or not marks or None in marks:
                continue
            came = sum(map(bool, marks))
            share = 100 * came / len(marks)
            if abs(share - printed) > ROUNDING:
                told = f"the marks say {came} of {len(marks)} meetings, which is {share:.0f}%"
                message = f"{row[0].text}: the attendance is given as {whole(printed)}%, but {told}."
                yield Fault("percentage_mismatch", message, row[0].start, row[-1].end, grid.table.page)
