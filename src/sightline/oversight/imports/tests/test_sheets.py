from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.oversight.imports.domain.sheets import MOST_ROWS, Column, Kind, Sheet, letter, nearest, parse

SHEET = Sheet(
    "lamps",
    "Lamps",
    (
        Column("name", "Lamp", needed=True, hint="Enter the lamp."),
        Column("lit_on", "Lit on", Kind.DATE),
        Column("watts", "Watts", Kind.NUMBER),
        Column("is_on", "On", Kind.YES_NO),
        Column("colour", "Colour", Kind.CHOICE, choices=(("r", "Red"), ("g", "Green"))),
        Column("keepers", "Keepers", Kind.NAMES),
    ),
)
HEADINGS = ["Lamp", "Lit on", "Watts", "On", "Colour", "Keepers"]


def places(rows):
    return [(f.place, f.what) for f in parse(SHEET, "Sheet1", rows).faults]


def test_a_row_is_read_as_its_columns_say():
    rows = [HEADINGS, ["North", datetime(2027, 3, 27), 40.0, "yes", "green", "Harbour; Pier"]]
    (line,) = parse(SHEET, "Sheet1", rows).lines
    assert line.row == 2
    assert line.values == {
        "name": "North",
        "lit_on": date(2027, 3, 27),
        "watts": 40,
        "is_on": True,
        "colour": "g",
        "keepers": ("Harbour", "Pier"),
    }


@pytest.mark.parametrize(
    "written", ["27/03/2027", "27.3.2027", "2027-03-27", "27 March 2027", "Saturday 27th March 2027"]
)
def test_a_date_may_be_typed_as_people_type_it(written):
    (line,) = parse(SHEET, "Sheet1", [HEADINGS, ["North", written]]).lines
    assert line.values["lit_on"] == date(2027, 3, 27)


def test_each_fault_is_named_by_column_letter_and_row():
    rows = [
        ["Our lamps", None, None],
        [None],
        ["Lamp", "Watts", "Lit on", "Colour", "On"],
    ]
    rows = [[None], HEADINGS, ["North", "31/02/2027", "forty", "perhaps", "blue"], [None], ["", "1/1/2027"]]
    assert places(rows) == [
        ("B3", "“31/02/2027” is not a date."),
        ("C3", "“forty” is not a whole number."),
        ("D3", "“perhaps” is neither yes nor no."),
        ("E3", "“blue” is not one of the choices."),
        ("A5", "“Lamp” is empty."),
    ]


def test_every_fault_says_what_to_do():
    faults = parse(SHEET, "Sheet1", [HEADINGS, ["North", "soon", "-1", "", "blue"]]).faults
    assert [f.todo for f in faults] == [
        "Enter a day such as 27/03/2027.",
        "Enter a whole number, such as 12.",
        "Enter one of: Red, Green.",
    ]


def test_columns_in_another_order_and_case_are_known_and_further_ones_named():
    parsed = parse(SHEET, "Sheet1", [["WATTS", "Notes", "lamp"], [5, "x", "North"]])
    assert parsed.lines[0].values["watts"] == 5 and parsed.left_out == ("B, Notes",)
    assert parsed.letters == {"watts": "A", "name": "C"}


def test_a_sheet_without_a_needed_column_is_not_read():
    assert places([["Watts"], [5]]) == [("row 1", "There is no column “Lamp”.")]


def test_an_empty_sheet_says_so():
    assert places([]) == places([[None, ""]]) == [("row 1", "This sheet is empty.")]


def test_too_many_rows_are_refused_as_a_whole():
    parsed = parse(SHEET, "Sheet1", [HEADINGS, *([["North"]] * (MOST_ROWS + 1))])
    assert not parsed.lines and "more than the 5,000" in parsed.faults[0].what


def test_an_empty_cell_is_nothing_said():
    (line,) = parse(SHEET, "Sheet1", [HEADINGS, ["North"]]).lines
    assert line.values == {
        "name": "North", "lit_on": None, "watts": None, "is_on": None, "colour": None, "keepers": ()
    }  # fmt: skip


@given(st.integers(0, 20_000))
def test_letters_count_as_a_workbook_does(place):
    number = 0
    for one in letter(place):
        number = number * 26 + ord(one) - 64
    assert number == place + 1


def test_names_that_share_a_word_are_offered():
    assert nearest("Harbour Trust", ["Pier Trust", "Harbour NHS Trust", "Police"]) == (
        "Harbour NHS Trust",
        "Pier Trust",
    )


@given(
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=8), st.floats(), st.booleans(), st.dates())), max_size=6)
)
def test_any_cells_at_all_are_read_or_named_as_faults(rows):
    parsed = parse(SHEET, "Sheet1", [HEADINGS, *rows])
    filled = sum(any(str(c if c is not None else "").strip() for c in row) for row in rows)
    assert len(parsed.lines) + len({f.row for f in parsed.faults}) <= filled
