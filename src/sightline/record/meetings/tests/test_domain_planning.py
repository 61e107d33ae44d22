from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.periods import Period
from sightline.kernel.workdays import is_working_day
from sightline.record.meetings.domain.editing import revision_of
from sightline.record.meetings.domain.planning import NEARBY_DAYS, spread, usual_weekday

YEAR = Period(date(2026, 4, 1), date(2027, 4, 1))


def test_four_meetings_fall_in_the_four_quarters() -> None:
    days = spread(YEAR, 4, is_working_day)
    assert [(day.month - 4) % 12 // 3 for day in days] == [0, 1, 2, 3]


def test_the_usual_weekday_is_kept() -> None:
    assert {day.weekday() for day in spread(YEAR, 6, is_working_day, weekday=1)} == {1}


def test_a_day_that_is_taken_is_not_proposed() -> None:
    first = spread(YEAR, 1, is_working_day)[0]
    assert spread(YEAR, 1, lambda day: is_working_day(day) and day != first)[0] != first


def test_the_usual_weekday_is_that_of_most_meetings() -> None:
    tuesdays = [date(2026, 1, 6), date(2026, 3, 3), date(2026, 5, 6)]
    assert usual_weekday(tuesdays) == 1
    assert usual_weekday([date(2026, 1, day) for day in (5, 6, 7)]) is None
    assert usual_weekday([]) is None


@given(st.integers(1, 24), st.sampled_from([None, 0, 2, 4]))
def test_proposed_days_are_working_days_in_order_and_near_their_even_place(number: int, weekday: int | None) -> None:
    days = spread(YEAR, number, is_working_day, weekday)
    assert len(set(days)) == number
    assert all(is_working_day(day) and day in YEAR for day in days)
    share = 365 / number
    assert all(abs((day - YEAR.start).days - int(share * n + share / 2)) <= NEARBY_DAYS for n, day in enumerate(days))


def test_line_ends_do_not_make_another_revision() -> None:
    assert revision_of("one\r\ntwo") == revision_of("one\ntwo") != revision_of("one two")
