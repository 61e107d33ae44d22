from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.periods import months_after


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 120))
def test_months_on_lies_the_same_day_of_the_month_or_its_last(day, months):
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_without_that_day_ends_on_its_last(day, months, end):
    assert months_after(day, months) == end
