"""Tables of people that lost their lines. People and places are invented."""

from sightline_reader.kinds.attendance import find
from sightline_reader.tests.papers import view_of

PAD = "Dale Safeguarding Children Board minutes of 3 May 2022 which a converter has set on one line without any break "


def people(text: str) -> list[tuple]:
    return [
        (c.fields["person"], c.fields["post"], c.fields["organisation"], c.fields["status"])
        for c in find(view_of(text))
    ]


def test_rows_with_initials_take_the_mark_that_stands_before_them():
    text = (
        PAD + PAD + "Members Title Representing Other interests Apols Ida Moss (IM) Independent Chair Dale Panel "
        "Jo Fell (JF) Designated Nurse Dale CCG Wellbeing Group Apols Al Birch (AB) Head of Youth Services "
        "Dale Council "
        "Guests Una Reed (UR) deputy for Ida Moss 2. Minutes of the last meeting The minutes were agreed."
    )
    assert people(text) == [
        ("Ida Moss", "Independent Chair", None, "apologies"),
        ("Jo Fell", "Designated Nurse", "Dale CCG", "present"),
        ("Al Birch", "Head of Youth Services", "Dale Council", "apologies"),
        ("Una Reed", None, None, "deputy"),
    ]


def test_a_mark_inside_a_row_read_across_belongs_to_its_person():
    text = (
        PAD + PAD + "NAME ROLE, ORGANISATION PRESENT APOLOGIES DEPUTY Ida Moss Independent Chair, DSCB Y (Chair) "
        "Jo Fell Corporate Director, Children and Y Families, Dale County Council Hugo "
        "Service Director, Housing, Y Vane "
        "Dale County Council Petra Birch Director of Nursing, A Ingrid Quality and Safety, Dale Hospital Trust Larkin"
    )
    assert people(text) == [
        ("Ida Moss", "Independent Chair", "DSCB", "present"),
        ("Jo Fell", "Corporate Director, Children and Families", "Dale County Council", "present"),
        ("Hugo Vane", "Service Director, Housing", "Dale County Council", "present"),
        ("Petra Birch", "Director of Nursing, Quality and Safety", "Dale Hospital Trust", "apologies"),
        ("Ingrid Larkin", None, None, "deputy"),
    ]


def test_brackets_that_cross_give_each_person_their_own():
    text = (
        "Dale Board meeting\nDate: 3 May 2022\n\n"
        "Ida Moss (Dale and Jo Fell (Fenwick Police) Al Birch (NSPCC) Wick Trust)\n\n"
        "Una Reed (Youth Justice Kit Hale (Probation\n\nBoard) Service)\n\nApologies:\n\nNoor Shah (Cafcass)\n"
    )
    assert people(text) == [
        ("Ida Moss", None, "Dale and Wick Trust", "present"),
        ("Jo Fell", None, "Fenwick Police", "present"),
        ("Al Birch", None, "NSPCC", "present"),
        ("Una Reed", None, "Youth Justice Board", "present"),
        ("Kit Hale", None, "Probation Service", "present"),
        ("Noor Shah", None, "Cafcass", "apologies"),
    ]


def test_lists_inside_a_long_line_have_the_standing_of_their_labels():
    text = (
        PAD
        + "Present: Ida Moss (Chair) (Dale Council), Jo Fell (Borough of Fenwick) and Al Birch (Dale County Council) "
        "Officers Attending: Una Reed (Chief Constable), Sam Oakes (Finance Officer, Dale Council). (Note: "
        "the minutes are "
        "a draft.) Apologies: Bea Lunn (Fenwick Council) 1. Minutes Ann Hill (AH) spoke."
    )
    assert people(text) == [
        ("Ida Moss", "Chair", "Dale Council", "present"),
        ("Jo Fell", None, "Borough of Fenwick", "present"),
        ("Al Birch", None, "Dale County Council", "present"),
        ("Una Reed", "Chief Constable", None, "present"),
        ("Sam Oakes", "Finance Officer", "Dale Council", "present"),
        ("Bea Lunn", None, "Fenwick Council", "apologies"),
    ]


def test_unknown_words_behind_two_different_posts_are_an_organisation():
    text = (
        "Dale Board\nMinutes of 3 May 2022\nPresent: Ida Moss, Head of Quality, Ways to Grow; "
        "Jo Fell, Youth Justice Manager, Ways to Grow; Al Birch, Group Manager, Governance and Assurance\n"
    )
    assert [(post, organisation) for _, post, organisation, _ in people(text)] == [
        ("Head of Quality", "Ways to Grow"),
        ("Youth Justice Manager", "Ways to Grow"),
        ("Group Manager, Governance and Assurance", None),
    ]


def test_brackets_that_cross_do_not_lend_their_words_to_names_that_no_list_knows():
    text = (
        "Dale Board meeting\nDate: 3 May 2022\nPresent:\n\n"
        "Thandeka Farquhar (Wickby Xiuying Nakamura (Fenwick Police) Ngaire Dhillon (NSPCC) Trust)\n\n1. Welcome\n"
    )
    assert [name for name, *_ in people(text)] == [
        "Thandeka Farquhar",
        "Xiuying Nakamura",
        "Ngaire Dhillon",
    ]


def test_names_one_behind_another_are_told_apart():
    text = (
        PAD
        + PAD
        + "PRESENT Ida Moss Louise Fell Chris Hale Tracey Reed Simon Merrow Independent Chair Dale Council Lay Member "
        "APOLOGIES Viv Clements Peter Dixon Dean Rudd Jane Strand Dale Council NOT ATTENDED Keith Lunt "
        "WELCOME The Chair began."
    )
    found = [(name, status) for name, _, _, status in people(text)]
    assert found == [
        *((name, "present") for name in ("Ida Moss", "Louise Fell", "Chris Hale", "Tracey Reed", "Simon Merrow")),
        *((name, "apologies") for name in ("Viv Clements", "Peter Dixon", "Dean Rudd", "Jane Strand")),
        ("Keith Lunt", "absent"),
    ]


def test_marks_at_the_end_of_rows_mean_what_the_legend_says():
    text = (
        "Dale Adult Board minutes of 3 May 2022\n\nP= Present A= Apologies DNA=Did not attend "
        "D/R=Deputise/Representative\n\n"
        + PAD
        + "Board Member P A DNA D/R Steve Marsh (SM) – Chair P Brian Fell (BF) – Reviews and Extra Care, SCC P Ann Hale (AH) – "
        "Designated Nurse, Dale CCG A Clare Reed (CR) – Detective Inspector, DMP R Simon Lunt (SL) - "
        "Independent Chair DNA "
        "Cath Strand (CS) – Lead, Age UK Una Moss (UM) – Dale Care Homes Association P"
    )
    found = [(name, status) for name, _, _, status in people(text)]
    assert found == [
        ("Steve Marsh", "present"),
        ("Brian Fell", "present"),
        ("Ann Hale", "apologies"),
        ("Clare Reed", "deputy"),
        ("Simon Lunt", "absent"),
        ("Cath Strand", None),
        ("Una Moss", "present"),
    ]


def test_first_names_alone_are_people_in_a_list_of_them_with_a_doubt():
    found = find(view_of("Notes of meeting\nPresent: Carla, Peter, Fay, Greg\nWe talked.\n"))
    assert [(c.fields["person"], c.fields["status"]) for c in found] == [
        ("Carla", "present"), ("Peter", "present"), ("Fay", "present"), ("Greg", "present"),
    ]  # fmt: skip
    assert all("Only one name" in c.doubts[0] for c in found)
    assert people("Notes of meeting\nPresent: Board, Staff, Guests\nWe talked.\n") == []
