"""A table to take away: what is seen, every page of it, with nothing that a spreadsheet would run as a formula."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any, NamedTuple

import xlsxwriter
from django.http import QueryDict
from django.utils.text import slugify

from .arranging import arrange, every_row
from .blocks import Grid, Paper, Paragraph
from .legible import clean
from .tables import Cell, Column, Table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"

# Excel's own limit; a longer text would be left out of the file without a word.
CELL_HOLDS = 32_767

# A cell that begins with one of these is run as a formula by spreadsheet programs (OWASP, CSV injection).
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


class Percentage(float):
    """41.5 for 41.5%: a spreadsheet keeps it as a number that shows its sign."""

    def __str__(self) -> str:
        return f"{float(self):g}%"


class Download(NamedTuple):
    content: bytes
    media_type: str
    filename: str


def export(table: Table, fmt: str, query: QueryDict | None = None) -> Download:
    """`fmt` is "xlsx" or "csv". With a query the rows are filtered and sorted as that address shows them."""
    whole = every_row(table, query if query is not None else QueryDict())
    name = slugify(table.caption)[:80] or "table"
    if fmt == "xlsx":
        return Download(_workbook(whole), XLSX, f"{name}.xlsx")
    if fmt == "csv":
        return Download(_text(whole), CSV, f"{name}.csv")
    raise ValueError(f"no such format: {fmt}")


def table_paper(table: Table, query: QueryDict) -> Paper:
    """The table as a paper for Word or PDF, across the page; how it was filtered stands under its title."""
    whole, kept = every_row(table, query), _kept(table)
    rows = tuple(tuple(_words(cell) for cell in line) for line in _cells(whole))
    chosen = arrange(table, query).active
    note = (Paragraph(table.note, "note"),) if table.note else ()
    return Paper(
        title=table.caption,
        subtitle=f"Filtered by {' and '.join(chosen)}" if chosen else "",
        landscape=True,
        blocks=(
            Grid(
                columns=tuple(column.title for _, column in kept),
                rows=rows or ((table.empty, *("" for _ in kept[1:])),),
                widths=_shares([column.title for _, column in kept], rows),
                numeric=tuple(place for place, (_, column) in enumerate(kept) if column.numeric),
            ),
            *note,
        ),
    )


def _cells(table: Table) -> Iterable[list[Cell]]:
    lines = [row.cells for row in table.rows] + ([table.footer] if table.footer else [])
    return ([cells[index] for index, _ in _kept(table)] for cells in lines)


def _words(cell: Cell) -> str:
    return cell.words or ("Not known" if cell.unknown else "")


def _shares(titles: list[str], rows: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    """A column is as wide as what it mostly holds, but its longest word fits and no column takes all."""
    longest = [max(max(map(len, title.split()), default=1), 6) for title in titles]
    usual = [sorted(len(line[place]) for line in rows) or [0] for place in range(len(titles))]
    wanted = [
        max(least, min(lengths[len(lengths) * 9 // 10], 60)) for least, lengths in zip(longest, usual, strict=True)
    ]
    return tuple(round(width / sum(wanted), 4) for width in wanted)


def _kept(table: Table) -> list[tuple[int, Column]]:
    return [(index, column) for index, column in enumerate(table.columns) if column.export]


def _lines(table: Table) -> Iterable[list[Any]]:
    for cells in _cells(table):
        yield [_value(cell) for cell in cells]


def _value(cell: Cell) -> Any:
    if isinstance(cell.value, int | float) and cell.text.endswith("%"):
        return Percentage(cell.value)
    if isinstance(cell.value, bool | int | float | date):
        return cell.value
    return clean(cell.words)


def _guarded(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Percentage):
        return str(value)
    if isinstance(value, str) and value.startswith(_RUNS):
        return f"'{value}"
    return value


def _text(table: Table) -> bytes:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([_guarded(column.title) for _, column in _kept(table)])
    writer.writerows([_guarded(value) for value in line] for line in _lines(table))
    return ("\ufeff" + out.getvalue()).encode()  # the mark tells Excel that it is UTF-8


def _workbook(table: Table) -> bytes:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": table.caption})
        sheet = book.add_worksheet(_sheet_name(table.caption))
        heading = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"})
        formats = {
            date: book.add_format({"num_format": "d mmm yyyy", "align": "left"}),
            Percentage: book.add_format({"num_format": "0.#%"}),
        }
        kept = _kept(table)
        for place, (_, column) in enumerate(kept):
            sheet.write_string(0, place, column.title, heading)
        widths = [len(column.title) for _, column in kept]
        for number, line in enumerate(_lines(table), 1):
            for place, value in enumerate(line):
                _write(sheet, number, place, value, formats)
                widths[place] = max(widths[place], len(str(value)))
        for place, width in enumerate(widths):
            sheet.set_column(place, place, min(max(width, 8), 60) + 2)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(table.rows), len(kept) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return out.getvalue()


def _write(sheet: Any, number: int, place: int, value: Any, formats: dict[type, Any]) -> None:
    if isinstance(value, date):
        sheet.write_datetime(number, place, value, formats[date])
    elif isinstance(value, Percentage):
        sheet.write_number(number, place, value / 100, formats[Percentage])
    elif isinstance(value, bool):
        sheet.write_boolean(number, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(number, place, value)
    elif value:
        whole = len(value) <= CELL_HOLDS
        sheet.write_string(number, place, value if whole else value[: CELL_HOLDS - 1] + "…")


def _sheet_name(caption: str) -> str:
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in caption).strip()[:31] or "Table"
