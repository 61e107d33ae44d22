import pytest

from sightline_reader.tests.test_guard import nhs_number
from sightline_reader.typed import child_details_in

TELLING = [
    ("The number 943 476 5919 was on the form.", "NHS number"),
    ("UPN B801200005001 was quoted.", "pupil number"),
    ("Date of birth 3/4/2015", "date of birth"),
    ("The child was born on 12 May 2019.", "date of birth"),
    ("A boy called Wilfred was seen.", "names a child"),
    ("the family known as Thistlewood", "names a child"),
    ("Wilfred (aged 7) was not seen alone.", "name with a child’s age"),
    ("Wilfred Thistlewood, age 12, moved school.", "name with a child’s age"),
    ("The 7-year-old was not seen alone.", "age of one child"),
    ("this 14 year old boy", "age of one child"),
    ("See Mosaic ID 00418822.", "number of a case"),
    ("case number: AB/2231", "number of a case"),
    ("She lives at 4 Harbour Row, ZX9 9ZZ.", "where someone lives"),
    ("The child’s initials are WT.", "initials"),
]


@pytest.mark.parametrize(("text", "why"), TELLING)
def test_what_tells_of_a_child_is_seen_and_the_value_is_not_repeated(text, why):
    said = child_details_in(text)
    assert any(why in words for words in said)
    assert not any(value in words for words in said for value in ("943", "B80", "Wilfred", "00418822", "ZX9"))


GOVERNANCE = [
    "Children aged 10 to 17 were asked, and 14 of 30 Year 9 pupils answered.",
    "Each child called to a meeting is told why beforehand.",
    "Child A’s review found that the voice of the child was missing.",
    "A child known as a young carer is offered an assessment.",
    "The Partnership adopts guidance for parents of 16-year-olds and of under-ones.",
    "Reference: LCSPR 2026-03; the board meets on 12 May 2026 at E8 1EA.",
    "Action 12 of plan 2026/27 is due by 31 March 2027; ring 020 7946 0018.",
    "The 15-day clock began on 3 March; the case was closed by panel.",
    "Young people aged 16 and 17 in custody",
    "Girls aged 12 took part in the survey.",
    "The case review number of recommendations fell to 4.",
    "Named nurse, designated doctor and the chair called Board to order.",
    "The family hub in N1 is open to all families who live near by.",
]


@pytest.mark.parametrize("text", GOVERNANCE)
def test_talk_of_systems_and_practice_is_no_sign(text):
    assert child_details_in(text) == ()


def test_a_number_with_a_wrong_check_digit_is_no_sign():
    right = nhs_number("943476591")
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    assert child_details_in(f"Invoice {right}") and not child_details_in(f"Invoice {wrong}")
