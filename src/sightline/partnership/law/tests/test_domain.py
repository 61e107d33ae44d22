from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.law.domain import State, state_on
from sightline.partnership.law.domain.recognising import KnownEdition, KnownInstrument, LawBook

days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


def test_an_edition_goes_from_planned_to_superseded():
    dates = [date(2025, 12, 1), date(2026, 1, 1), date(2026, 3, 1), date(2027, 1, 1)]
    states = [state_on(*dates, day) for day in (date(2025, 1, 1), *dates)]
    assert states == [None, State.PLANNED, State.ENACTED, State.IN_FORCE, State.SUPERSEDED]


@given(days, days)
def test_an_edition_made_and_never_started_is_not_in_force(made, day):
    assert state_on(None, made, None, None, day) in (None, State.ENACTED)


@given(days, st.integers(1, 4000), days)
def test_an_edition_is_in_force_exactly_between_its_start_and_the_next(start, length, day):
    end = start + timedelta(days=length)
    assert (state_on(None, None, start, end, day) is State.IN_FORCE) == (start <= day < end)


def test_without_any_date_it_is_planned():
    assert state_on(None, None, None, None, date(2026, 1, 1)) is State.PLANNED


def edition(pk, label, start, end=None, by=""):
    return KnownEdition(pk, label, date(start, 1, 1), date(end, 1, 1) if end else None, by, True)


GUIDANCE = KnownInstrument(
    1,
    "together",
    "Working Together to Safeguard Children",
    ("Working Together", "WT"),
    (
        edition(1, "Working Together 2015", 2015, 2018, "Working Together 2018"),
        edition(2, "Working Together 2018", 2018, 2020, "Working Together 2018, update 2020"),
        edition(3, "Working Together 2018, update 2020", 2020, 2023, "Working Together 2023"),
        edition(4, "Working Together 2023", 2023),
    ),
)
YEARLY = KnownInstrument(
    2, "kcsie", "Keeping Children Safe in Education", ("KCSIE",), (edition(5, "KCSIE 2025", 2025),)
)
ACT = KnownInstrument(3, "ca-2004", "Children Act 2004", (), (edition(6, "Children Act 2004", 2005),))
BOOK = LawBook((GUIDANCE, YEARLY, ACT))


@pytest.mark.parametrize(
    ("text", "instrument", "edition_id"),
    [
        ("Working Together to Safeguard Children (2018)", 1, 3),
        ("WT 2015", 1, 1),
        ("the 2023 edition of Working Together", 1, 4),
        ("Working Together", 1, None),
        ("section 11 of the Children Act 2004", 3, 6),
        ("KCSIE, 2025", 2, 5),
        ("KCSIE 2019", 2, None),
        ("Keeping Children Safe in Education", 2, 5),
    ],
)
def test_words_of_papers_name_an_edition(text, instrument, edition_id):
    named = BOOK.recognise(text)
    assert named.instrument.id == instrument
    assert (named.edition.id if named.edition else None) == edition_id


def test_words_that_only_contain_a_name_are_not_recognised():
    assert BOOK.recognise("Networking Together 2018") is None


def test_an_edition_is_superseded_only_from_the_day():
    named = BOOK.recognise("Working Together 2018")
    assert BOOK.superseded_since(named, date(2022, 12, 31)) is None
    assert BOOK.superseded_since(named, date(2023, 1, 1)).by == "Working Together 2023"


def test_a_year_that_is_not_kept_is_replaced_by_the_later_one_in_force():
    assert BOOK.superseded_since(BOOK.recognise("KCSIE 2019"), date(2026, 1, 1)).by == "KCSIE 2025"
    assert BOOK.superseded_since(BOOK.recognise("KCSIE 2019"), date(2024, 1, 1)) is None
    assert BOOK.superseded_since(BOOK.recognise("KCSIE 2027"), date(2026, 1, 1)) is None


def test_no_edition_and_no_year_says_nothing_about_being_superseded():
    assert BOOK.superseded_since(BOOK.recognise("Working Together"), date(2026, 1, 1)) is None
