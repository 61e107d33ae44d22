import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline_reader.formats.delimited import separator_of
from sightline_reader.model import Document, Unreadable
from sightline_reader.opening import open_document
from sightline_reader.tests.made_files import workbook, zipped

CELLS = st.text(string.ascii_letters + " \n\t,;|\"'£", max_size=12)


def rows(document: Document, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in document.tables[number].rows]


def test_each_sheet_is_a_page_and_blank_rows_part_its_tables():
    document = open_document(
        workbook({"2024": [["", "Attendance"], [], ["", "Agency", "May"], ["", "Police", 3.0]], "Notes": [["None"]]}),
        "a.xlsx",
    )
    assert [page.label for page in document.pages] == ["2024", "Notes"]
    assert rows(document, 0) == [["Attendance"]]
    assert rows(document, 1) == [["Agency", "May"], ["Police", "3"]]
    assert [document.text[page.start : page.end].split()[0] for page in document.pages] == ["2024", "Notes"]
    assert [table.page for table in document.tables] == [1, 1, 2]


def test_dates_are_written_in_words_and_percentages_as_stored():
    document = open_document(workbook({"S": [["On", dt.date(2024, 3, 5), 0.75, True]]}), "a.xlsx")
    assert rows(document) == [["On", "5 March 2024", "0.75", "Yes"]]


def test_a_hidden_sheet_is_read_and_said_to_be_hidden():
    document = open_document(workbook({"Seen": [["a"]], "Kept back": [["b"]]}, hidden=("Kept back",)), "a.xlsx")
    assert "Kept back" in document.warnings[0] and rows(document, 1) == [["b"]]


def test_rows_beyond_the_limit_are_counted_out_loud():
    from sightline_reader.limits import Limits

    document = open_document(workbook({"S": [[f"row {n}"] for n in range(50)]}), "a.xlsx", Limits(rows=20))
    assert len(document.tables[0].rows) == 20
    assert "first 20 rows" in document.warnings[0]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_values_are_parted_by_whatever_the_file_uses(mark):
    text = mark.join(["Agency", "May, June", "July"]) + "\n" + mark.join(["Police", '"a, b"', "1"]) + "\n"
    if mark == ",":
        text = text.replace("May, June", '"May, June"')
    assert separator_of(text) == mark
    assert rows(open_document(text.encode(), "a.csv")) == [["Agency", "May, June", "July"], ["Police", "a, b", "1"]]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_every_cell_of_any_sheet_stands_in_the_text_where_it_says(made):
    document = open_document(workbook({"S": made}), "a.xlsx")
    cells = [cell for table in document.tables for row in table.rows for cell in row]
    assert [c.text for c in cells if c.text] == [" ".join(c.split()) for row in made for c in row if c.strip()]
    assert all(" ".join(document.text[c.start : c.end].split()) == c.text for c in cells)


def test_a_workbook_that_is_a_web_page_is_read_as_one():
    document = open_document(b"<html><body><table><tr><td>A<td>B</table></body></html>", "export.xls")
    assert document.media_type == "text/html" and "it is a web page" in document.warnings[0]


def test_a_damaged_workbook_is_said_to_be_damaged():
    with pytest.raises(Unreadable) as refusal:
        open_document(zipped({"xl/workbook.xml": "<broken"}), "a.xlsx")
    assert refusal.value.code == "corrupt"


def test_macros_of_a_workbook_are_named_and_not_run():
    from io import BytesIO
    from zipfile import ZipFile

    out = BytesIO(workbook({"S": [["a"]]}))
    with ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert "macros" in open_document(out.getvalue(), "a.xlsm").warnings[0]
