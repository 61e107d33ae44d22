import pytest

from sightline_reader.kinds.legislation import find
from sightline_reader.tests.papers import view_of


def read(text):
    return [(c.fields["name"], c.fields["title"], c.fields["year"]) for c in find(view_of(text))]


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("This is a duty under the Children Act 2004.", "Children Act 2004", "2004"),
        ("Section 45 of the Freedom of Information Act applies.", "Freedom of Information Act", None),
        ("as set out in Working Together 2015", "Working Together 2015", "2015"),
        (
            "see Working Together to Safeguard\nChildren (HM Government, 2018) for more",
            "Working Together to Safeguard Children (HM Government, 2018)",
            "2018",
        ),
        (
            "the guidance Working together to safeguard children asks boards",
            "Working together to safeguard children",
            None,
        ),
        ("as WT2018 requires of partners", "WT2018", "2018"),
        ("the duty of the 2014 Care Act", "2014 Care Act", "2014"),
        ("in line with Keeping Children Safe in Education 2023", "Keeping Children Safe in Education 2023", "2023"),
        ("the Domestic Abuse Bill (2021) was", "Domestic Abuse Bill (2021)", "2021"),
        (
            "the Relevant Agency (England) Regulations 2018 name them",
            "Relevant Agency (England) Regulations 2018",
            "2018",
        ),
        ("the Police, Crime, Sentencing and Courts Act 2022", "Police, Crime, Sentencing and Courts Act 2022", "2022"),
    ],
)
def test_laws_and_guidance_are_named_with_their_edition(text, name, year):
    assert [(n, y) for n, _, y in read(text)] == [(name, year)]


def test_each_edition_is_told_once_and_a_bare_mention_not_beside_it():
    text = "Children Act 1989 and Children Act 2004. The Children Act 1989 again, and the Children Act."
    assert [year for _, _, year in read(text)] == ["1989", "2004"]


def test_orders_of_courts_and_working_together_as_a_verb_are_no_law():
    assert read("A Care Order was made. Working together we can do more. The Chair asked for an Act of faith.") == []


def test_a_year_belongs_to_the_law_before_it():
    text = "the Children and Social Work Act 2017\nThe Care Act (2014) states"
    assert [(n, y) for n, _, y in read(text)] == [
        ("Children and Social Work Act 2017", "2017"),
        ("Care Act (2014)", "2014"),
    ]
