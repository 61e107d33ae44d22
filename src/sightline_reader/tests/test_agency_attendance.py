from sightline_reader.kinds.agency_attendance import attended, find
from sightline_reader.reading import read
from sightline_reader.tests.papers import document_of, view_of

GRID = (
    "Annual Report 2020-21\n\nFENWICK EXECUTIVE\n\nOrganisation\tMay 2020\tSept 2020\tJan 2021\tAttendance (%)\n"
    "Ridley Council\tYes\tYes\tNo\t67\nFenwick Police\tNo\tDep\t\t50\n"
)


def test_each_agency_and_meeting_gives_one_candidate():
    found = [c.fields for c in find(view_of(GRID))]
    assert [(f["organisation"], f["meeting_date"], f["attended"]) for f in found] == [
        ("Ridley Council", "2020-05", True),
        ("Ridley Council", "2020-09", True),
        ("Ridley Council", "2021-01", False),
        ("Fenwick Police", "2020-05", False),
        ("Fenwick Police", "2020-09", True),
        ("Fenwick Police", "2021-01", None),
    ]
    assert {f["board"] for f in found} == {"FENWICK EXECUTIVE"}
    assert [f["percentage"] for f in found] == [67, 67, 67, 50, 50, 50]
    assert [f.get("deputy") for f in found] == [None, None, None, None, True, None]


def test_a_month_alone_takes_the_year_of_the_report():
    text = "Annual Report 2020-21\n\nAgency\tMay\tFebruary\nPolice\tP\tA\nHealth\tP\tP\n"
    assert {c.fields["meeting_date"] for c in find(view_of(text))} == {"2020-05", "2021-02"}


def test_percentages_alone_are_kept_as_printed():
    text = "Board attendance\n\nAgency\tAttendance\nPolice\t75%\nHealth\t100%\n"
    assert [
        (c.fields["organisation"], c.fields["percentage"], c.fields["meeting_date"]) for c in find(view_of(text))
    ] == [
        ("Police", 75, None),
        ("Health", 100, None),
    ]


def test_marks_that_say_nothing_are_unknown():
    assert [attended(mark) for mark in ("Yes", "✓", "Apologies", "N", "", "?", "n/a")] == [
        True,
        True,
        False,
        False,
        None,
        None,
        None,
    ]


def test_a_percentage_that_the_marks_do_not_bear_out_is_a_fault():
    wrong = GRID.replace("No\t67", "No\t76")
    faults = {f.code: f.message for f in read(document_of(wrong)).faults}
    assert faults["percentage_mismatch"] == (
        "Ridley Council: the attendance is given as 76%, but the marks say 2 of 3 meetings, which is 67%."
    )
    assert "percentage_mismatch" not in {f.code for f in read(document_of(GRID)).faults}
