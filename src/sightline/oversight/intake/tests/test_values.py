from datetime import date, time

import pytest

from sightline.oversight.intake.domain import keys_of, overlap, place_again
from sightline.oversight.intake.domain.values import (
    Day,
    action_status,
    attendance_status,
    board_names,
    day_of,
    due_from,
    meetings_a_year,
    number_in,
    times_of,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-14", Day(date(2026, 1, 14))),
        ("2026-01", Day(date(2026, 1, 1), True)),
        ("14 January 2026", Day(date(2026, 1, 14))),
        ("--01-14", None),
        ("Autumn 2021", None),
        ("2026-02-30", None),
        (None, None),
    ],
)
def test_a_day_is_what_the_words_say_and_no_more(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("28 February 2026", date(2026, 2, 28)),
        ("by 3 March", date(2026, 3, 3)),
        ("by 3 January", date(2027, 1, 3)),
        ("end of March 2026", None),
        ("next meeting", None),
        ("ASAP", None),
    ],
)
def test_a_due_date_needs_a_day(words, due):
    assert due_from(words, date(2026, 1, 14)) == due


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("10:00am", (time(10), None)),
        ("2pm to 4.30pm", (time(14), time(16, 30))),
        ("14:00-16:00", (time(14), time(16))),
        ("2-4pm", (time(16), None)),
        ("at noon", (None, None)),
    ],
)
def test_times_are_read_as_written(text, times):
    assert times_of(text) == times


def test_a_status_nobody_can_tell_is_not_known():
    assert [attendance_status(text) for text in ("present", "Apologies", None, "named")] == [
        "present",
        "apologies",
        "unknown",
        "unknown",
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Complete", "done"),
        ("Closed 3 May", "done"),
        ("Not complete", "open"),
        ("incomplete", "open"),
        ("In progress", "in_progress"),
        ("Partly done", "in_progress"),
        (None, "open"),
    ],
)
def test_the_status_of_an_action_follows_its_words(text, status):
    assert action_status(text) == status


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The board meets quarterly", 4),
        ("bi-monthly", 6),
        ("four times a year", 4),
        ("6 meetings per year", 6),
        ("every six weeks", 9),
        ("monthly", 12),
        ("at least annually", 1),
        ("as needed", None),
    ],
)
def test_how_often_a_board_meets(text, times):
    assert meetings_a_year(text) == times


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Executive (formerly known as the SLT)", ("Executive", "SLT")),
        ("NORTH BOARD (FORMALLY KNOWN THE NORTH EXECUTIVE)", ("NORTH BOARD", "NORTH EXECUTIVE")),
        ("Quality  Panel", ("Quality Panel", "")),
        ("formerly the Board", ("formerly the Board", "")),
    ],
)
def test_a_former_name_beside_a_board_is_told_apart(written, names):
    assert board_names(written) == names


def test_small_numbers_are_read_in_words_and_figures():
    assert [number_in(text) for text in ("at least five members", "3 of 5", "a third", "2021")] == [5, 3, None, None]


def test_a_find_keeps_its_key_when_others_come_before_it():
    before = list(keys_of([("actions", "Write the plan."), ("actions", "Write the plan")]))
    after = list(keys_of([("decisions", "Agreed"), ("actions", "write  the plan"), ("actions", "Write the plan")]))
    assert after[1:] == before
    assert len(set(after)) == 3


def test_words_are_found_again_nearest_to_where_they_were():
    assert place_again("plan", "a plan, then the plan", 15) == (17, 21)
    assert place_again("gone", "a plan", 0) is None
    assert overlap((0, 10), (5, 10)) == 0.5
