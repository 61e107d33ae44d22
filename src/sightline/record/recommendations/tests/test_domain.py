"""Clocks, numbers, kinds and states, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.workdays import is_working_day
from sightline.record.recommendations.domain import (
    RESPONSE_DAYS,
    Answer,
    Doing,
    SourceKind,
    State,
    natural_order,
    response_clock,
    response_due,
    source_kind_of,
    source_label,
    state_of,
)
from sightline.record.recommendations.domain.clock import working_days_until

DAYS = st.dates(date(2015, 1, 1), date(2029, 12, 31))
DONE, BEGUN, OPEN, WITHDRAWN = Doing(is_done=True), Doing(is_begun=True), Doing(), Doing(is_withdrawn=True)


def test_numbers_stand_as_people_count_them() -> None:
    given_numbers = ["10", "4a", "", "2", "4", "R1", "4.10", "4.2"]
    assert sorted(given_numbers, key=natural_order) == ["2", "4", "4.2", "4.10", "4a", "10", "R1", ""]


def test_an_answer_is_due_thirty_working_days_after_it_was_made() -> None:
    # From 2 March 2026; Good Friday is 3 April and Easter Monday 6 April.
    assert response_due(date(2026, 3, 2), None) == date(2026, 4, 15)


def test_a_day_that_was_named_goes_before_the_convention() -> None:
    clock = response_clock(date(2026, 3, 2), date(2026, 3, 20), date(2026, 3, 16))
    assert clock is not None
    assert (clock.due_on, clock.left, clock.is_convention, clock.words) == (
        date(2026, 3, 20),
        4,
        False,
        "4 working days left",
    )


def test_a_clock_that_has_run_out_says_by_how_much() -> None:
    clock = response_clock(date(2026, 3, 2), None, date(2026, 4, 16))
    assert clock is not None and clock.has_passed
    assert clock.words == "1 working day over"


def test_without_a_date_there_is_no_clock() -> None:
    assert response_clock(None, None, date(2026, 4, 16)) is None


@given(made=DAYS, after=st.integers(0, 120))
def test_days_left_and_days_gone_make_the_whole_time(made: date, after: int) -> None:
    on = made + timedelta(days=after)
    clock = response_clock(made, None, on)
    assert clock is not None
    gone = working_days_until(on, made)
    assert clock.left + gone == RESPONSE_DAYS
    assert is_working_day(clock.due_on)


@pytest.mark.parametrize(
    "text, kind",
    [
        ("scrutiny_report", SourceKind.SCRUTINY),
        ("Joint targeted area inspection of Fenwick", SourceKind.JOINT_INSPECTION),
        ("Serious case review of 2014", SourceKind.SERIOUS_CASE_REVIEW),
        ("LCSPR 2026-03", SourceKind.PRACTICE_REVIEW),
        ("rapid_review", SourceKind.RAPID_REVIEW),
        ("Letter from the chair", None),
    ],
)
def test_a_kind_of_source_is_known_by_its_words(text: str, kind: SourceKind | None) -> None:
    assert source_kind_of(text) is kind


def test_a_kind_that_is_written_otherwise_stays_as_it_is_written_and_blank_stays_blank() -> None:
    assert source_label("thematic_visit") == "Thematic visit"
    assert source_label("") == ""


@pytest.mark.parametrize(
    "answer, doings, has_impact, state",
    [
        (None, [], False, State.NO_ANSWER),
        (Answer.NOT_ACCEPTED, [], False, State.NOT_ACCEPTED),
        (Answer.ACCEPTED, [], True, State.NOTHING_DONE),
        (Answer.PART_ACCEPTED, [OPEN], False, State.NOTHING_DONE),
        (Answer.ACCEPTED, [WITHDRAWN], False, State.NOTHING_DONE),
        (None, [OPEN], False, State.NOTHING_DONE),
        (Answer.NOT_ACCEPTED, [OPEN], False, State.NOT_ACCEPTED),
        (Answer.ACCEPTED, [BEGUN, OPEN], False, State.UNDER_WAY),
        (Answer.ACCEPTED, [DONE, OPEN], True, State.UNDER_WAY),
        (Answer.ACCEPTED, [DONE, WITHDRAWN], False, State.DONE),
        (Answer.ACCEPTED, [DONE], True, State.DONE_WITH_IMPACT),
        (Answer.NOT_ACCEPTED, [DONE], False, State.DONE),
    ],
)
def test_what_became_of_it(answer: Answer | None, doings: list[Doing], has_impact: bool, state: State) -> None:
    assert state_of(answer, doings, has_impact=has_impact) is state


def test_what_is_superseded_waits_for_nothing() -> None:
    assert state_of(None, [], has_impact=False, is_superseded=True) is State.SUPERSEDED
