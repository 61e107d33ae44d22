import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.directory.domain.names import (
    CERTAIN,
    KnownPerson,
    KnownThing,
    NameBook,
    person_likeness,
    thing_likeness,
)

names = st.lists(st.text(alphabet="abcdefghijklm", min_size=2, max_size=9), min_size=1, max_size=3).map(" ".join)


@given(names)
def test_a_name_is_certainly_itself(name):
    assert person_likeness(name, name)[0] == 100
    assert thing_likeness(name, name)[0] == 100


@given(names, names)
def test_likeness_of_people_does_not_depend_on_which_is_written(a, b):
    assert (person_likeness(a, b)[0] > 0) == (person_likeness(b, a)[0] > 0)


@pytest.mark.parametrize(
    ("written", "known", "at_least", "below"),
    [
        ("Dr Amara Lindqvist", "Amara Lindqvist", 100, 101),
        ("Lindqvist, Amara", "Amara Lindqvist", 100, 101),
        ("LINDQVIST Amara", "Amara Lindqvist", 97, 98),
        ("Amara Jane Lindqvist", "Amara Lindqvist", 90, CERTAIN),
        ("A. Lindqvist", "Amara Lindqvist", 85, 90),
        ("Cllr Lindqvist", "Amara Lindqvist", 70, 80),
        ("Amara", "Amara Lindqvist", 60, 70),
        ("AL", "Amara Lindqvist", 65, 75),
        ("Amara Lindkvist", "Amara Lindqvist", 80, 91),
        ("Ottoline Lindqvist", "Amara Lindqvist", 0, 1),
        ("Dr", "Amara Lindqvist", 0, 1),
        ("", "Amara Lindqvist", 0, 1),
    ],
)
def test_people_are_recognised_as_papers_write_them(written, known, at_least, below):
    assert at_least <= person_likeness(written, known)[0] < below


def test_an_agency_beside_the_name_speaks_for_one_namesake():
    book = NameBook(
        people=(
            KnownPerson(1, "Sam Rowe"),
            KnownPerson(2, "Sam Rowe", (("Named nurse", "Wexley Trust"),), frozenset({7})),
        )
    )
    first, second = book.who("S Rowe", organisation=7, post="named nurse")
    assert (first.id, second.id) == (2, 1)
    assert first.because == ("the same surname and first initial", "the same organisation", "the same post")


COUNCIL = KnownThing(
    1, "London Borough of Wexley", abbreviation="LBW", other_names=(("Wexley Corporation", "former name"),)
)
TRUST = KnownThing(2, "Wexley and Marl NHS Foundation Trust", has_ended=True, note="did not exist on that day")


@pytest.mark.parametrize(
    ("written", "found", "why"),
    [
        ("Wexley Council", 1, "the same name but for words such as ‘London Borough of’"),
        ("LBW", 1, "its abbreviation, LBW"),
        ("Wexley Corporation", 1, "its former name, Wexley Corporation"),
        ("Wexley & Marl NHS FT", 2, "the same name but for words such as ‘London Borough of’"),
    ],
)
def test_bodies_are_recognised_by_every_name_they_have(written, found, why):
    candidate = NameBook(organisations=(COUNCIL, TRUST)).which_organisation(written)[0]
    assert (candidate.id, candidate.because[0]) == (found, why)


def test_a_body_that_did_not_exist_on_the_day_says_so():
    candidate = NameBook(organisations=(TRUST,)).which_organisation("Wexley and Marl NHS Foundation Trust")[0]
    assert candidate.because[-1] == "did not exist on that day"
    assert candidate.score < 100


def test_nothing_alike_gives_no_candidate():
    assert NameBook(organisations=(COUNCIL, TRUST)).which_organisation("Probation Service") == []
