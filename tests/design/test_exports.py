"""Spreadsheets hold what is seen, as numbers and dates, and nothing that would be run."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.http import QueryDict
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sightline.foundation.design.exports import export
from sightline.foundation.design.marks import Mark
from sightline.foundation.design.responses import table_download
from sightline.foundation.design.tables import Cell, Column, Table, row
from sightline_reader.opening import open_document

TABLE = Table(
    caption="Actions: open / late?",
    columns=(Column("a", "Action"), Column("d", "Due"), Column("s", "Share"), Column("go", "Go", export=False)),
    rows=(
        row("=1+1", date(2026, 2, 1), Cell(text="41.5%", value=41.5), "open"),
        row("Ŵyn’s plan", None, Cell(text="Not known", unknown=True), "open"),
        row(Cell(marks=(Mark("yes", "Present"),)), date(2025, 1, 1), Cell(text="7%", value=7), "open"),
    ),
    footer=(Cell(text="All"), Cell(), Cell(text="24%", value=24), Cell()),
)


def lines(asked: str = "") -> list[list[str]]:
    text = export(TABLE, "csv", QueryDict(asked)).content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


def test_csv_holds_the_words_with_formulas_made_harmless() -> None:
    assert lines() == [
        ["Action", "Due", "Share"],
        ["'=1+1", "2026-02-01", "41.5%"],
        ["Ŵyn’s plan", "", "Not known"],
        ["Present", "2025-01-01", "7%"],
        ["All", "", "24%"],
    ]


def test_the_export_is_sorted_as_the_page_is() -> None:
    assert [line[1] for line in lines("sort=-d")[1:4]] == ["2026-02-01", "2025-01-01", ""]


def test_excel_holds_numbers_and_dates_and_no_formula() -> None:
    made = export(TABLE, "xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(made.content)).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert made.filename == "actions-open-late.xlsx"
    assert rows[0] == ["Action", "Due", "Share"]
    assert rows[1] == ["=1+1", date(2026, 2, 1), 0.415]
    assert rows[2] == ["Ŵyn’s plan", "", "Not known"]
    assert sheet.name == "Actions  open   late"


@given(st.text(min_size=1))
def test_no_text_becomes_a_formula_in_csv(text: str) -> None:
    table = Table(caption="T", columns=(Column("a", "A"),), rows=(row(Cell(text=text)),))
    content = export(table, "csv").content.decode("utf-8-sig")
    written = list(csv.reader(StringIO(content, newline="")))
    assert not written[1][0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_text_too_long_or_broken_for_a_cell_is_kept_as_far_as_it_can_be() -> None:
    table = Table(caption="T", columns=(Column("a", "A"),), rows=(row("x" * 40_000), row("half \ud800 and\x00 whole")))
    rows = CalamineWorkbook.from_filelike(BytesIO(export(table, "xlsx").content)).get_sheet_by_index(0).to_python()
    assert rows[1][0] == "x" * 32_766 + "…"
    assert rows[2][0] == "half  and whole"
    assert "half  and whole" in export(table, "csv").content.decode()


def test_a_format_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ValueError, match="no such format"):
        export(TABLE, "pdf")


def test_the_address_asks_for_the_download() -> None:
    answer = table_download(RequestFactory().get("/t?export=csv"), TABLE)
    assert answer is not None
    assert answer["Content-Disposition"] == 'attachment; filename="actions-open-late.csv"'
    assert table_download(RequestFactory().get("/t"), TABLE) is None
    assert table_download(RequestFactory().get("/t?export=exe"), TABLE) is None


@pytest.mark.parametrize(("fmt", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_a_table_is_taken_away_as_word_and_pdf_with_what_was_chosen(fmt: str, begins: bytes) -> None:
    searched = replace(TABLE, searchable=True)
    asked = RequestFactory().get("/", {"export": fmt, "q": "ŵyn"})
    answer = table_download(asked, searched)
    assert answer is not None and answer.content.startswith(begins)
    assert f"actions-open-late.{fmt}" in answer["Content-Disposition"]
    words = open_document(answer.content, f"table.{fmt}").text
    assert "Ŵyn’s plan" in words and "Filtered by words ‘ŵyn’" in words
    assert "Not known" in words and "1+1" not in words
