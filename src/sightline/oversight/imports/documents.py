"""Workbooks to take away: the template of a register, and the sheet of what to mend."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from .domain.sheets import Fault, Kind, Sheet, letter, shown

GUIDE = "How to fill this in"
ROWS_WITH_CHOICES = 2000


def template(sheet: Sheet) -> bytes:
    """An empty workbook with the columns, lists to choose from, and a sheet that explains each column."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page = book.add_worksheet(sheet.title[:31])
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, column.title, bold)
            page.set_column(
                place, place, 40 if column.kind is Kind.TEXT else 18, day if column.kind is Kind.DATE else None
            )
            _offer(page, place, column)
        page.freeze_panes(1, 0)
        _guide(book, sheet, bold)
    return out.getvalue()


def _offer(page: Any, place: int, column: Any) -> None:
    labels = [label for _, label in column.choices]
    if labels and len(",".join(labels)) <= 255:  # as much as Excel takes in a list
        page.data_validation(1, place, ROWS_WITH_CHOICES, place, {"validate": "list", "source": labels})


def _guide(book: Any, sheet: Sheet, bold: Any) -> None:
    page, wrap = book.add_worksheet(GUIDE), book.add_format({"text_wrap": True, "valign": "top"})
    page.write_string(0, 0, sheet.about)
    for place, title in enumerate(("Column", "Needed", "What to enter")):
        page.write_string(2, place, title, bold)
    for number, column in enumerate(sheet.columns, 3):
        page.write_string(number, 0, column.title, wrap)
        page.write_string(number, 1, "Yes" if column.needed else "", wrap)
        page.write_string(number, 2, said(column), wrap)
    page.set_column(0, 1, 20)
    page.set_column(2, 2, 80)


def said(column: Any) -> str:
    """What a column takes, in words."""
    kinds = {
        Kind.DATE: "A day, such as 27/03/2027.",
        Kind.NUMBER: "A whole number.",
        Kind.YES_NO: "Yes or No.",
        Kind.CHOICE: f"One of: {', '.join(label for _, label in column.choices)}.",
    }
    hint = column.hint.rstrip(".") + "." if column.hint else ""
    return " ".join(part for part in (kinds.get(column.kind, ""), hint) if part) or "Text."


def sheet_of_errors(name: str, rows: Sequence[Sequence[Any]], faults: Sequence[Fault], top: int) -> bytes:
    """The faulty rows as they came, each with what is wrong beside it, and a list of all that is to be mended."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        _list_of_faults(book, faults, bold)
        _faulty_rows(book, name, rows, faults, top, bold)
    return out.getvalue()


def _list_of_faults(book: Any, faults: Sequence[Fault], bold: Any) -> None:
    page = book.add_worksheet("What to mend")
    for place, title in enumerate(("Sheet", "Column", "Row", "What is wrong", "What to do")):
        page.write_string(0, place, title, bold)
    for number, fault in enumerate(faults, 1):
        for place, words in enumerate((fault.sheet, fault.column, fault.row, fault.what, fault.todo)):
            page.write(number, place, words)
    page.set_column(3, 4, 60)
    page.freeze_panes(1, 0)


def _faulty_rows(
    book: Any, name: str, rows: Sequence[Sequence[Any]], faults: Sequence[Fault], top: int, bold: Any
) -> None:
    page = book.add_worksheet(name[:31] if name.casefold() != "what to mend" else "Rows")
    wrong = book.add_format({"bg_color": "#f6d7d2"})
    headings = [shown(cell) for cell in rows[top]] if top < len(rows) else []
    for place, words in enumerate((*headings, "What to mend")):
        page.write_string(0, place, words, bold)
    by_row: dict[int, list[Fault]] = {}
    for fault in faults:
        by_row.setdefault(fault.row, []).append(fault)
    lines = [row for row in sorted(by_row) if top + 1 < row <= len(rows)]
    for number, row in enumerate(lines, 1):
        bad = {fault.column for fault in by_row[row]}
        for place, cell in enumerate(rows[row - 1]):
            page.write_string(number, place, shown(cell), wrong if letter(place) in bad else None)
        page.write_string(number, len(headings), " ".join(f"{f.what} {f.todo}" for f in by_row[row]))
    page.set_column(0, max(len(headings) - 1, 0), 22)
    page.set_column(len(headings), len(headings), 80)
