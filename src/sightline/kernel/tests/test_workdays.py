from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.workdays import add_working_days, bank_holidays, easter_sunday, is_working_day


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
