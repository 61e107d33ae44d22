"""Tables of measures: a row for each measure, a column for each period or kind of figure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sightline_reader.figure_tables import is_contents, tables_of_figures
from sightline_reader.layout import View
from sightline_reader.ledgers import ledgers
from sightline_reader.measures.labels import Found
from sightline_reader.model import Cell, Table
from sightline_reader.numbers import figures, periods

_MONEY = re.compile(r"(?i)£|\b(?:income|expenditure|budget|cost|contribution|amount|spend|funding|balance)\b")
_NOT_MEASURES = re.compile(
    r"(?i)\battend|\bno\.?$|\bref|\bpage\b|\bdate\b|\bnumber$|\bitem\b|\bphone|\byear$|\bwho\b|\bby when|\baction"
)
_CELL_FIGURE = re.compile(r"[<>~]?\s?\d[\d,]*(?:\.\d+)?\s?%?(?:\s?\(.{1,14}\))?$")


def from_tables(view: View) -> Iterator[Found]:
    money = [(e.start, e.end) for ledger in ledgers(view) for e in ledger.entries]
    for table in tables_of_figures(view):
        head, *rows = table.rows
        if any(a < table.rows[-1][-1].end and head[0].start < b for a, b in money):
            continue
        if len(rows) < 2 or is_contents(table) or _MONEY.search(" ".join([table.caption, *(c.text for c in head)])):
            continue
        if _NOT_MEASURES.search(" ".join(c.text for c in head[1:])) or _MONEY.search(
            " ".join(r[0].text for r in rows[:4])
        ):
            continue
        for column in range(1, len(head)):
            if _is_measure(rows, column):
                yield from _of_column(table, column)


def _is_measure(rows: list[tuple[Cell, ...]] | tuple, column: int) -> bool:
    cells = [row[column].text for row in rows if column < len(row) and row[column].text]
    named = [row[0].text for row in rows if row and re.search(r"[A-Za-z]{3}", row[0].text)]
    return (
        len(cells) >= 2
        and sum(bool(_CELL_FIGURE.match(c)) for c in cells) >= 0.7 * len(cells)
        and len(named) >= 0.7 * len(rows)
    )


def _of_column(table: Table, column: int) -> Iterator[Found]:
    head = table.rows[0][column].text
    when = periods(head)
    period = when[0].text if when else (head if re.fullmatch(r"(?:19|20)\d\d", head) else None)
    for row in table.rows[1:]:
        if column >= len(row) or not (amounts := figures(" " + row[column].text)) or not row[0].text:
            continue
        is_share = "%" in head and amounts[0].unit == "count"
        figure = replace(amounts[0], unit="%") if is_share else amounts[0]
        label = row[0].text if period or not head else f"{row[0].text}: {head}"
        start, end = min(row[0].start, row[column].start), max(row[0].end, row[column].end)
        yield Found(label, figure, period, start, end, confidence=0.8)
