from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.tests.bank_holidays import LISTED
from sightline.kernel.workdays import (
    add_working_days,
    bank_holidays,
    easter_sunday,
    is_working_day,
    working_days_between,
)

DAYS = st.dates(date(1980, 1, 1), date(2090, 1, 1))
NUMBERS = st.integers(-80, 80)


@pytest.mark.parametrize(
    ("year", "day"), [(2019, date(2019, 4, 21)), (2022, date(2022, 4, 17)), (2026, date(2026, 4, 5))]
)
def test_easter_falls_where_the_calendar_says(year: int, day: date) -> None:
    assert easter_sunday(year) == day


def test_the_year_of_the_platinum_jubilee_and_the_state_funeral_has_ten_bank_holidays() -> None:
    assert sorted(bank_holidays(2022)) == [
        date(2022, 1, 3),
        date(2022, 4, 15),
        date(2022, 4, 18),
        date(2022, 5, 2),
        date(2022, 6, 2),
        date(2022, 6, 3),
        date(2022, 8, 29),
        date(2022, 9, 19),
        date(2022, 12, 26),
        date(2022, 12, 27),
    ]


def test_a_christmas_on_a_saturday_gives_the_next_monday_and_tuesday() -> None:
    assert {date(2021, 12, 27), date(2021, 12, 28)} <= bank_holidays(2021)


def test_a_boxing_day_on_a_saturday_gives_the_next_monday() -> None:
    assert {date(2026, 12, 25), date(2026, 12, 28)} <= bank_holidays(2026)


def test_working_days_are_counted_over_a_bank_holiday_weekend() -> None:
    assert add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 7)


@given(st.integers(1978, 2100))
def test_bank_holidays_never_fall_on_a_weekend(year: int) -> None:
    assert all(day.weekday() < 5 and day.year == year for day in bank_holidays(year))


@given(st.dates(date(1980, 1, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_a_working_day_later_is_a_working_day(day: date, number: int) -> None:
    later = add_working_days(day, number)
    assert is_working_day(later) and later > day


@pytest.mark.parametrize("year", LISTED)
def test_bank_holidays_are_those_that_were_listed(year: int) -> None:
    listed = [datetime.strptime(f"{day} {year}", "%d %b %Y").date() for day in LISTED[year].split(", ")]
    assert sorted(bank_holidays(year)) == listed


@given(DAYS, NUMBERS)
def test_counting_undoes_adding_and_taking_away(day: date, number: int) -> None:
    assert working_days_between(day, add_working_days(day, number)) == number


@given(DAYS, st.integers(1, 80))
def test_adding_and_taking_away_lead_back_to_a_working_day(day: date, number: int) -> None:
    start = add_working_days(day, 1)
    assert add_working_days(add_working_days(start, number), -number) == start
    assert add_working_days(add_working_days(start, -number), number) == start


@given(DAYS, st.integers(-80, 80).filter(bool))
def test_no_count_of_working_days_ends_on_a_weekend_or_bank_holiday(day: date, number: int) -> None:
    assert is_working_day(add_working_days(day, number))


@given(DAYS, NUMBERS, NUMBERS)
def test_more_working_days_never_end_sooner(day: date, one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert add_working_days(day, fewer) <= add_working_days(day, more)


@given(DAYS, st.integers(0, 500))
def test_the_count_between_is_that_of_a_finger_on_the_calendar(day: date, days: int) -> None:
    after = [day + timedelta(days=n) for n in range(1, days + 1)]
    assert working_days_between(day, day + timedelta(days=days)) == sum(map(is_working_day, after))


@given(DAYS, st.integers(1, 500))
def test_the_count_backwards_is_that_of_a_finger_on_the_calendar(day: date, days: int) -> None:
    before = [day - timedelta(days=n) for n in range(1, days + 1)]
    assert working_days_between(day, day - timedelta(days=days)) == -sum(map(is_working_day, before))


@given(DAYS, st.integers(0, 200), st.integers(0, 200))
def test_counts_of_spans_that_follow_each_other_add_up(day: date, first: int, then: int) -> None:
    middle, end = day + timedelta(days=first), day + timedelta(days=first + then)
    assert working_days_between(day, end) == working_days_between(day, middle) + working_days_between(middle, end)


def test_from_a_saturday_the_next_monday_is_the_first_working_day() -> None:
    assert working_days_between(date(2026, 11, 28), date(2026, 11, 30)) == 1
    assert working_days_between(date(2026, 11, 28), date(2026, 11, 29)) == 0
