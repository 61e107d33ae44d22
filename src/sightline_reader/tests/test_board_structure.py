import pytest

from sightline_reader.kinds.board_structure import find
from sightline_reader.kinds.membership_posts import find as find_seats
from sightline_reader.tests.papers import view_of

TERMS = "Fenwick Safeguarding Board\n\nTerms of Reference\n\n"


def read(text):
    return [(c.fields["aspect"], c.fields["value"]) for c in find(view_of(text))]


@pytest.mark.parametrize(
    ("sentence", "aspect", "value"),
    [
        ("The Board will meet quarterly.", "frequency", "quarterly"),
        ("The Group shall meet on a six weekly basis to plan.", "frequency", "on a six weekly basis"),
        ("The Committee will meet at least four times a year.", "frequency", "at least four times a year"),
        ("Meetings will be held every two months.", "frequency", "every two months"),
        ("Frequency: Monthly", "frequency", "Monthly"),
        ("The Board will report twice yearly to the Ridley Executive.", "reports_to", "Ridley Executive"),
        ("The Panel is accountable to the Fenwick Partnership.", "reports_to", "Fenwick Partnership"),
        ("The Board will be chaired by the Director of Nursing.", "chair", "Director of Nursing"),
        ("Chair: Ridley Police", "chair", "Ridley Police"),
        ("The vice chair will be a head teacher.", "deputy", "a head teacher"),
        ("Ridley Council will provide secretariat support.", "secretariat", "Ridley Council"),
        ("Secretariat support will be provided by the Business Unit.", "secretariat", "Business Unit"),
        ("The meeting is quorate with five members from three agencies.", "quorum", "five members from three agencies"),
        ("Quorum: half the members", "quorum", "half the members"),
        ("At least four agencies must be present.", "quorum", "At least four agencies"),
        ("Concerns may be escalated to the Lead Partners.", "escalation", "Lead Partners"),
        ("The terms of reference will be reviewed annually.", "review", "annually"),
        ("Changes must be approved by the Ridley Trustees.", "approval of changes", "Ridley Trustees"),
    ],
)
def test_terms_of_reference_say_how_a_board_is_set_up(sentence, aspect, value):
    assert (aspect, value) in read(TERMS + sentence + "\n")


def test_the_board_over_a_sub_group_stands_in_the_line_above_it():
    text = "TERMS OF REFERENCE\nFenwick Safeguarding Children Board\nMissing Children Sub Group\n\nThe Sub Group will meet monthly.\n"
    assert ("parent_body", "Fenwick Safeguarding Children Board") in read(text)
    assert {c.fields["body"] for c in find(view_of(text))} == {"Missing Children Sub Group"}


def test_a_list_under_structure_names_bodies():
    text = "Multi-Agency Safeguarding Arrangements\n\nStructure\n- Executive Board\n- Case Review Group\n"
    assert [c.fields["body"] for c in find(view_of(text))] == ["Executive Board", "Case Review Group"]


def test_minutes_set_up_nothing():
    assert read("Minutes of the Fenwick Board\nPresent: Ida Moss\n\nThe Board will meet quarterly.\n") == []


def test_seats_are_read_without_people():
    text = (
        TERMS + "The Board will be chaired by a nurse with membership comprising:\n\n"
        "· Head teacher x 2 (one primary)\n· Ridley Police – Superintendent\n\nReview\n\nThe Board reviews its work.\n"
    )
    seats = [c.fields for c in find_seats(view_of(text))]
    assert [(s["organisation"], s["post"], s["places"]) for s in seats] == [
        (None, "Head teacher", 2),
        ("Ridley Police", "Superintendent", None),
    ]


def test_a_seat_may_be_an_agency_alone_or_a_chair_of_another_group():
    text = (
        TERMS
        + "2. Membership\n\n·         Ridley District Council\n\n·         Chair – Audit Subgroup\n\n3. Quoracy: Four.\n"
    )
    seats = [c.fields for c in find_seats(view_of(text))]
    assert [(s["organisation"], s["post"]) for s in seats] == [
        ("Ridley District Council", None),
        (None, "Chair – Audit Subgroup"),
    ]


def test_the_paragraph_under_a_heading_is_the_value_where_it_does_not_say_so_itself():
    assert ("quorum", "Five members from three agencies") in read(
        TERMS + "Quorum\n\nFive members from three agencies.\n"
    )
    assert ("quorum", "four of the six districts") in read(
        TERMS + "3. Quoracy: There must be four of the six districts. The Chair decides.\n"
    )


def test_seats_stand_in_a_table_of_posts_and_agencies():
    text = (
        TERMS
        + "Membership\n\nPost\tAgency\nChief Nurse\tRidley Care Board\nHeadteacher\tDale School\nIndependent Scrutineer\t\n"
    )
    assert [(c.fields["post"], c.fields["organisation"]) for c in find_seats(view_of(text))] == [
        ("Chief Nurse", "Ridley Care Board"),
        ("Headteacher", "Dale School"),
        ("Independent Scrutineer", None),
    ]
