"""Lists of people set beside each other on a page, read from top to bottom. People and places are invented."""

from sightline_reader.kinds.attendance import find
from sightline_reader.tests.papers import view_of


def people(text: str) -> list[tuple]:
    return [
        (c.fields["person"], c.fields["post"], c.fields["organisation"], c.fields["status"])
        for c in find(view_of(text))
    ]


def test_two_lists_side_by_side_are_read_from_top_to_bottom():
    text = (
        "Dale Board\nTuesday 3 May 2022, 10.00am\nPresent\n\n"
        "Ida Moss (IM), Director of Youth Services,\tJo Fell (JF), Chief Nurse, North Dale\n"
        "Ways for Families\tIntegrated Care Board\n"
        "Al Birch (AB), Head of Safeguarding,\tUna Reed (UR), Director of Health, Royal\n"
        "Dale Hospital Trust\tBorough of Fenwick\n"
        "Sam Oakes (SO), Assistant Director, Probation\nService\n1. Minutes were agreed.\n"
    )
    assert people(text) == [
        ("Ida Moss", "Director of Youth Services", "Ways for Families", "present"),
        ("Jo Fell", "Chief Nurse", "North Dale Integrated Care Board", "present"),
        ("Al Birch", "Head of Safeguarding", "Dale Hospital Trust", "present"),
        ("Una Reed", "Director of Health", "Royal Borough of Fenwick", "present"),
        ("Sam Oakes", "Assistant Director", "Probation Service", "present"),
    ]


def test_people_of_side_by_side_lists_are_found_at_their_place():
    text = (
        "Dale Board\nMinutes of 3 May 2022\nPresent\n\nIda Moss, Clerk,\tJo Fell, Chief Nurse, Dale\nDale Council\tHealth Board\n"
        "Al Birch, Teacher,\tUna Reed, Doctor,\nDale School\tDale Hospital\n"
    )
    view = view_of(text)
    assert all(c.fields["person"] in view.document.text[c.start : c.end] for c in find(view))
