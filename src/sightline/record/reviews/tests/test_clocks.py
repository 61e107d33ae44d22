"""Clocks, with the calendars that were counted by hand written beside them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.workdays import is_working_day
from sightline.record.reviews.domain.clocks import (
    RAPID_REVIEW,
    RELAXED_AT_MOST_UNTIL,
    RELAXED_FROM,
    STARTS,
    Clock,
    Start,
    notice_due_on,
    notification_clock,
    plan_day,
    publication_clock,
    rapid_clock,
    reply_clock,
    start_day,
)

DAYS = st.dates(date(2005, 1, 1), date(2040, 1, 1))

# Each line: what is awkward, the day of becoming aware, the fifth working day, the fifteenth; then how it was counted.
BY_HAND = [
    # December 2026: aware Fri 18. Mon 21 =1, 22 =2, 23 =3, Thu 24 =4, Fri 25 and Mon 28 bank holidays, Tue 29 =5,
    # 30 =6, 31 =7, Fri 1 Jan bank holiday, 4 =8, 5 =9, 6 =10, 7 =11, 8 =12, 11 =13, 12 =14, 13 =15.
    ("Christmas", date(2026, 12, 18), date(2026, 12, 29), date(2027, 1, 13)),
    # April 2026: aware Wed 1. Thu 2 =1, Fri 3 and Mon 6 bank holidays, Tue 7 =2, 8 =3, 9 =4, 10 =5,
    # 13 to 17 =6 to 10, 20 to 24 =11 to 15.
    ("Easter", date(2026, 4, 1), date(2026, 4, 10), date(2026, 4, 24)),
    # June 2026: aware Sat 6. Mon 8 =1 … Fri 12 =5, 15 to 19 =6 to 10, 22 to 26 =11 to 15.
    ("Aware on a Saturday", date(2026, 6, 6), date(2026, 6, 12), date(2026, 6, 26)),
    # May 2022: aware Mon 30. Tue 31 =1, Wed 1 June =2, Thu 2 and Fri 3 bank holidays, 6 =3, 7 =4, 8 =5,
    # 9 =6, 10 =7, 13 to 17 =8 to 12, 20 =13, 21 =14, 22 =15.
    ("Platinum Jubilee", date(2022, 5, 30), date(2022, 6, 8), date(2022, 6, 22)),
    # September 2022: aware Thu 15. Fri 16 =1, Mon 19 bank holiday, 20 =2, 21 =3, 22 =4, 23 =5,
    # 26 to 30 =6 to 10, 3 to 7 Oct =11 to 15.
    ("State funeral", date(2022, 9, 15), date(2022, 9, 23), date(2022, 10, 7)),
    # April 2023: aware Thu 27. Fri 28 =1, Mon 1 May bank holiday, 2 =2, 3 =3, 4 =4, 5 =5, Mon 8 bank holiday,
    # 9 =6, 10 =7, 11 =8, 12 =9, 15 to 19 =10 to 14, 22 =15.
    ("Coronation", date(2023, 4, 27), date(2023, 5, 5), date(2023, 5, 22)),
    # February 2028: aware Thu 24. Fri 25 =1, 28 =2, Tue 29 =3, Wed 1 March =4, 2 =5, 3 =6, 6 to 10 =7 to 11,
    # 13 =12, 14 =13, 15 =14, 16 =15.
    ("29 February", date(2028, 2, 24), date(2028, 3, 2), date(2028, 3, 16)),
]


@pytest.mark.parametrize(("what", "aware", "fifth", "fifteenth"), BY_HAND, ids=[line[0] for line in BY_HAND])
def test_clocks_end_where_a_finger_on_the_calendar_ends(what: str, aware: date, fifth: date, fifteenth: date) -> None:
    assert notification_clock(aware, None).due_on == fifth
    assert rapid_clock(aware, None).due_on == fifteenth


@pytest.mark.parametrize(
    ("decided", "last"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2027, 4, 30)),
        (date(2026, 12, 15), date(2027, 6, 15)),
    ],
)
def test_six_months_end_in_the_month_even_when_it_is_short(decided: date, last: date) -> None:
    assert publication_clock(decided, None).due_on == last


def test_the_copy_goes_seven_working_days_before_publication() -> None:
    # Publication Thu 9 April 2026: 8 =1, 7 =2, Mon 6 and Fri 3 bank holidays, 2 =3, 1 =4, 31 March =5, 30 =6, 27 =7.
    assert notice_due_on(date(2026, 4, 9)) == date(2026, 3, 27)


def test_three_starts_give_three_last_days() -> None:
    # Aware Wed 3 June 2026, notified Mon 8 June. From the 3rd: 24 June. From the 8th: 29 June. The 8th as day 1: 26 June.
    aware, notified = date(2026, 6, 3), date(2026, 6, 8)
    last = {start: rapid_clock(start_day(start, aware, notified), None).due_on for start in Start}
    assert last == {
        Start.AWARE: date(2026, 6, 24),
        Start.NOTIFIED: date(2026, 6, 29),
        Start.DAY_ONE: date(2026, 6, 26),
    }


def test_a_notification_on_a_saturday_makes_monday_day_one() -> None:
    clock = rapid_clock(start_day(Start.DAY_ONE, None, date(2026, 6, 6)), None)
    assert clock.number(date(2026, 6, 8)) == 1 and clock.due_on == date(2026, 6, 26)


def test_a_clock_says_where_it_stands() -> None:
    clock = rapid_clock(date(2026, 6, 1), None)
    said = {day: clock.words(date(2026, 6, day)) for day in (1, 12, 13, 22, 23, 25)}
    assert said == {
        1: "Starts counting, 15 working days to go",
        12: "Day 9 of 15",
        13: "Day 9 of 15",
        22: "Last day today",
        23: "1 working day over",
        25: "3 working days over",
    }


def test_a_clock_that_has_ended_says_on_which_day() -> None:
    assert rapid_clock(date(2026, 6, 1), date(2026, 6, 17)).words(date(2026, 7, 1)) == "Done on day 12, in time"
    assert (
        rapid_clock(date(2026, 6, 1), date(2026, 6, 25)).words(date(2026, 7, 1))
        == "Done on day 18, 3 working days over"
    )


def test_what_had_not_happened_by_a_day_has_not_ended_the_clock_then() -> None:
    clock = rapid_clock(date(2026, 6, 1), date(2026, 6, 17))
    assert clock.words(date(2026, 6, 12)) == "Day 9 of 15"


def test_without_a_start_nothing_is_counted_and_nothing_is_late() -> None:
    clock = notification_clock(None, None)
    assert (clock.due_on, clock.number(date(2026, 6, 1)), clock.is_late(date(2026, 6, 1))) == (None, None, None)
    assert "not known" in clock.words(date(2026, 6, 1))
    assert "cannot be said" in notification_clock(None, date(2026, 5, 1)).words(date(2026, 6, 1))


def test_in_the_pandemic_fifteen_days_and_six_months_are_not_held_against_anyone_and_five_days_are() -> None:
    aware, much_later = date(2020, 4, 1), date(2020, 12, 1)
    assert rapid_clock(aware, much_later).is_late(much_later) is None
    assert publication_clock(aware, date(2021, 2, 1)).is_late(date(2021, 2, 1)) is None
    assert notification_clock(aware, much_later).is_late(much_later) is True


def test_a_clock_that_ended_before_the_relaxation_counts() -> None:
    assert rapid_clock(date(2020, 2, 3), date(2020, 3, 20)).is_late(date(2020, 4, 1)) is True
    assert Clock(RAPID_REVIEW, RELAXED_AT_MOST_UNTIL).is_relaxed is False
    assert Clock(RAPID_REVIEW, RELAXED_FROM).is_relaxed is True


def test_a_reply_is_expected_and_its_words_say_about() -> None:
    assert reply_clock(date(2026, 6, 1), None).rule.words == "about 10 days from sending"
    assert reply_clock(date(2026, 6, 1), None).due_on == date(2026, 6, 11)


def test_each_start_has_its_source() -> None:
    assert set(STARTS) == set(Start) and all(card.source for card in STARTS.values())


@given(DAYS, st.integers(0, 400))
def test_over_is_nothing_up_to_the_last_day_and_grows_after_it(start: date, days: int) -> None:
    clock, on = rapid_clock(start, None), start + timedelta(days=days)
    assert (clock.over(on) > 0) == (on > clock.due_on and any(_working(clock.due_on, on)))
    assert clock.over(on) <= clock.over(on + timedelta(days=1))


def _working(after: date, until: date) -> list[bool]:
    return [is_working_day(after + timedelta(days=n)) for n in range(1, (until - after).days + 1)]


@given(DAYS)
def test_the_day_number_on_the_last_day_is_the_length(start: date) -> None:
    clock = rapid_clock(start, None)
    assert clock.number(clock.due_on) == 15 and is_working_day(clock.due_on)


@given(DAYS, st.integers(1, 20))
def test_a_step_of_the_plan_falls_on_its_working_day(start: date, number: int) -> None:
    day = plan_day(start, number)
    assert is_working_day(day) and rapid_clock(start, None).number(day) == number


@given(DAYS, st.integers(0, 60))
def test_a_later_start_never_ends_sooner(start: date, later: int) -> None:
    other = start + timedelta(days=later)
    for made in (notification_clock, rapid_clock, publication_clock, reply_clock):
        assert made(start, None).due_on <= made(other, None).due_on
