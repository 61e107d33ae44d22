import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.workdays import is_working_day
from sightline.oversight.reminders.domain.days import (
    due_words,
    horizon_of,
    is_told,
    next_sending_day,
    previous_sending_day,
    sends_on,
    working_days_from,
)

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
CHOSEN = st.sets(st.integers(0, 4), min_size=1)
MONDAY = date(2026, 11, 30)


def test_a_digest_that_falls_on_a_bank_holiday_goes_out_on_the_next_working_day():
    easter_monday = date(2026, 4, 6)
    assert not sends_on(easter_monday, [0])
    assert sends_on(date(2026, 4, 7), [0])
    assert not sends_on(date(2026, 4, 8), [0])


def test_christmas_friday_is_made_up_for_after_the_whole_weekend():
    assert next_sending_day(date(2026, 12, 25), [4]) == date(2026, 12, 29)


def test_without_a_chosen_day_no_digest_ever_goes_out():
    assert next_sending_day(MONDAY, []) is None
    assert previous_sending_day(MONDAY, []) is None


@given(DAYS, CHOSEN)
def test_digests_go_out_on_working_days_only_and_each_week_has_its_share(day, chosen):
    found = next_sending_day(day, chosen)
    assert is_working_day(found)
    assert (found - day).days <= 11
    assert previous_sending_day(found, chosen) < day or found == day


def _told_days(due_on: date, chosen: set[int], weeks: int, count: int) -> list[date]:
    told, day = [], due_on + timedelta(days=1)
    for _ in range(count):
        day = next_sending_day(day, chosen)
        before = previous_sending_day(day, chosen)
        if is_told(due_on, day, before=before, horizon=horizon_of(day, 10), weeks=weeks):
            told.append(day)
        day += timedelta(days=1)
    return told


@given(DAYS, CHOSEN, st.sampled_from([0, 1, 2, 4]))
def test_what_becomes_overdue_is_told_in_the_very_next_digest(due_on, chosen, weeks):
    assert _told_days(due_on, chosen, weeks, 1)


@given(DAYS, CHOSEN, st.sampled_from([1, 2, 4]))
def test_what_stays_overdue_is_told_at_most_once_in_its_weeks_after_the_first_time_and_never_forgotten(
    due_on, chosen, weeks
):
    told = _told_days(due_on, chosen, weeks, 40)
    blocks = [(day.toordinal() - 1) // 7 // weeks for day in told[1:]]
    assert len(blocks) == len(set(blocks))
    assert all((after - before).days <= 14 * weeks + 11 for before, after in itertools.pairwise(told))


@pytest.mark.parametrize(("days", "told"), [(0, True), (14, True), (15, False), (-1, True)])
def test_a_digest_looks_ten_working_days_ahead(days, told):
    due_on = MONDAY + timedelta(days=days)
    assert is_told(due_on, MONDAY, before=date(2026, 11, 23), horizon=horizon_of(MONDAY, 10), weeks=1) is told


def test_a_date_is_told_in_words_with_working_days():
    assert due_words(date(2026, 12, 7), MONDAY) == "due Monday 7 December, 5 working days"
    assert due_words(MONDAY, MONDAY) == "due today, Monday 30 November"
    assert due_words(date(2026, 11, 27), MONDAY) == "was due Friday 27 November, 1 working day ago"
    assert due_words(date(2026, 11, 28), date(2026, 11, 27)) == "due Saturday 28 November"
    assert due_words(date(2026, 11, 28), date(2026, 11, 29)) == "was due Saturday 28 November"
    assert due_words(date(2025, 11, 28), MONDAY).startswith("was due Friday 28 November 2025, ")
    assert due_words(date(2027, 1, 4), date(2026, 12, 24)) == "due Monday 4 January 2027, 4 working days"


@given(DAYS, st.integers(0, 40))
def test_working_days_add_up(day, number):
    last = horizon_of(day, number)
    assert working_days_from(day, last) == number
