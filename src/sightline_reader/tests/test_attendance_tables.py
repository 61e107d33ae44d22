"""Tables of people: membership lists, tables of attendance and grids of meetings. People and places are invented."""

from sightline_reader.kinds.attendance import find
from sightline_reader.tests.papers import view_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 May 2022\n\n"


def rows(text: str, *names: str) -> list[tuple]:
    return [tuple(c.fields.get(name) for name in names) for c in find(view_of(text))]


def test_a_table_under_a_heading_has_its_standing():
    text = (
        HEAD
        + "Attendance\nName | Body |\n---|---|\nCllr. Ida Moss | Dale Council (Chair) |\nJo Fell | Fenwick Police |\n"
        "Apologies\n- Al Birch, Dale Trust\n1. Welcome\n"
    )
    assert rows(text, "person", "post", "organisation", "status") == [
        ("Ida Moss", "Chair", "Dale Council", "present"),
        ("Jo Fell", None, "Fenwick Police", "present"),
        ("Al Birch", None, "Dale Trust", "apologies"),
    ]


def test_ticks_under_present_and_apologies():
    text = (
        HEAD + "Name\tRole, Organisation\tPresent\tApologies\tDeputy\nIda Moss\tIndependent Chair\t✓\t\t\n"
        "Jo Fell\tHead of Service, Dale Council\t\t✓\tUna Reed\nBo Xi\tNurse, Dale Trust\t\t\t\n"
    )
    assert rows(text, "person", "post", "organisation", "status", "deputy_for") == [
        ("Ida Moss", "Independent Chair", None, "present", None),
        ("Jo Fell", "Head of Service", "Dale Council", "apologies", None),
        ("Una Reed", None, None, "deputy", "Jo Fell"),
        ("Bo Xi", "Nurse", "Dale Trust", None, None),
    ]


def test_a_grid_of_meetings_gives_each_its_date_and_legend():
    text = (
        "Dale Board attendance 2022/23\nP = present, A = apologies, D = deputy, X = absent\n\n"
        "Member\tAgency\t12 May 2022\tSept\tJan 2023\nIda Moss\tDale Council\tP\tA\tP\nJo Fell\tFenwick "
        "Police\tD\tX\t\n"
    )
    assert rows(text, "person", "organisation", "meeting_date", "status") == [
        ("Ida Moss", "Dale Council", "2022-05-12", "present"),
        ("Ida Moss", "Dale Council", "2022-09", "apologies"),
        ("Ida Moss", "Dale Council", "2023-01", "present"),
        ("Jo Fell", "Fenwick Police", "2022-05-12", "deputy"),
        ("Jo Fell", "Fenwick Police", "2022-09", "absent"),
        ("Jo Fell", "Fenwick Police", "2023-01", None),
    ]


def test_an_a_without_a_legend_is_not_said_to_be_an_absence():
    text = "Member\tMay 2022\tJune 2022\nIda Moss\tP\tA\nJo Fell\tA\tP\n"
    unsure = [c for c in find(view_of(text)) if c.fields["status"] is None]
    assert len(unsure) == 2
    assert all("may mean" in c.doubts[0] for c in unsure)


def test_a_membership_list_has_members_with_their_terms():
    text = (
        "Dale Board membership\n\nFirst name\tSurname\tJob title\tOrganisation\tStart date\n"
        "Ida\tMoss\tDirector of Housing\tDale Council\t1 May 2022\nJo\tFell\tNamed Nurse\tDale Trust\t3 June 2021\n"
    )
    assert rows(text, "person", "post", "organisation", "status", "from") == [
        ("Ida Moss", "Director of Housing", "Dale Council", "member", "1 May 2022"),
        ("Jo Fell", "Named Nurse", "Dale Trust", "member", "3 June 2021"),
    ]


def test_rows_of_a_lone_cell_head_the_people_below():
    text = "Members\n\nName\tRole\nDale Council\t\nIda Moss\tDirector\nFenwick Police\t\nJo Fell\tInspector\n"
    assert rows(text, "person", "post", "organisation") == [
        ("Ida Moss", "Director", "Dale Council"),
        ("Jo Fell", "Inspector", "Fenwick Police"),
    ]


def test_columns_set_with_spaces():
    text = (
        HEAD + "Name                 Role                            Organisation              Present   Apologies\n"
        "Ida Moss             Independent Chair                                         ✓\n"
        "Jo Fell              Head of Children's Services     Dale Borough Council                ✓\n"
        "                     and Early Help\n"
        "Al Birch             Superintendent                  Fenwick Police            ✓\n\n1. Welcome\n"
    )
    assert rows(text, "person", "post", "organisation", "status") == [
        ("Ida Moss", "Independent Chair", None, "present"),
        ("Jo Fell", "Head of Children's Services and Early Help", "Dale Borough Council", "apologies"),
        ("Al Birch", "Superintendent", "Fenwick Police", "present"),
    ]


def test_vacant_seats_are_nobody():
    text = "Name\tOrganisation\nVacant\tDale Trust\nIda Moss\tDale Council\nJo Fell\tFenwick Police\n"
    assert rows(text, "person") == [("Ida Moss",), ("Jo Fell",)]
