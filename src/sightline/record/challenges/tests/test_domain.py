from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kernel.workdays import add_working_days, is_working_day
from sightline.record.challenges.domain import (
    DEFAULT_STAGES,
    Outcome,
    StageLine,
    State,
    StepKind,
    Told,
    case_words,
    course_of,
    stages_from_words,
    stages_in_words,
    working_days_between,
)

FRIDAY = date(2026, 12, 18)
days = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def told(kind: StepKind, on: date, stage: int = 0, allowed: int | None = 2, outcome: Outcome | None = None) -> Told:
    return Told(kind, on, stage, f"Stage {stage}" if stage else "", stage > 2, allowed if stage else None, outcome)


def test_christmas_and_weekends_are_not_days_of_a_stage():
    # 18 December 2026 is a Friday; 21 to 24 are four days, 25 and 28 bank holidays, 29 the fifth.
    assert working_days_between(FRIDAY, date(2026, 12, 29)) == 5


@given(days, st.integers(0, 40))
def test_counting_days_and_adding_days_agree(first: date, number: int):
    assert working_days_between(first, add_working_days(first, number)) == number


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_days_of_two_stages_are_the_days_of_both_together(first: date, one: int, two: int):
    middle, last = first + timedelta(days=one), first + timedelta(days=one + two)
    assert working_days_between(first, middle) + working_days_between(middle, last) == working_days_between(first, last)


@given(days)
def test_the_day_of_raising_is_not_counted(day: date):
    assert working_days_between(day, day) == 0
    assert working_days_between(day - timedelta(days=1), day) == is_working_day(day)


def test_a_stage_is_beyond_its_limit_on_the_day_after_its_last():
    steps = [told(StepKind.RAISED, date(2026, 6, 1), 1)]
    on_time, late = course_of(steps, date(2026, 6, 3)), course_of(steps, date(2026, 6, 4))
    assert on_time.now_at.due_on == date(2026, 6, 3) and not on_time.is_beyond
    assert late.is_beyond and late.now_at.days == 3


def test_a_stage_without_a_limit_is_never_beyond():
    course = course_of([told(StepKind.RAISED, date(2026, 6, 1), 1, allowed=None)], date(2027, 6, 1))
    assert course.now_at.due_on is None and not course.is_beyond


def test_each_stage_has_its_days_and_settling_stops_the_clock():
    steps = [
        told(StepKind.RAISED, date(2026, 6, 1), 1),
        told(StepKind.MOVED, date(2026, 6, 4), 2),
        told(StepKind.RESOLVED, date(2026, 6, 5), outcome=Outcome.PARTLY),
    ]
    course = course_of(steps, date(2026, 12, 1))
    assert [(span.number, span.days) for span in course.spans] == [(1, 3), (2, 1)]
    assert (course.days, course.reached, course.is_beyond) == (4, 2, False)
    assert course.state is State.RESOLVED


def test_on_an_earlier_day_what_came_later_is_not_known():
    steps = [
        told(StepKind.RAISED, date(2026, 6, 1), 1),
        told(StepKind.ANSWERED, date(2026, 6, 2)),
        told(StepKind.RESOLVED, date(2026, 6, 3), outcome=Outcome.UPHELD),
        told(StepKind.CLOSED, date(2026, 6, 8)),
    ]
    states = [course_of(steps, date(2026, 6, day)).state for day in (1, 2, 3, 8)]
    assert states == [State.UNANSWERED, State.ANSWERED, State.RESOLVED, State.CLOSED]
    assert course_of(steps, date(2026, 5, 31)) is None


def test_moved_up_it_waits_for_an_answer_at_its_new_stage():
    steps = [
        told(StepKind.RAISED, date(2026, 6, 1), 1),
        told(StepKind.ANSWERED, date(2026, 6, 2)),
        told(StepKind.MOVED, date(2026, 6, 3), 2),
    ]
    course = course_of(steps, date(2026, 6, 4))
    assert (course.state, course.waits, course.answered_on) == (State.UNANSWERED, True, date(2026, 6, 2))


def test_opened_again_it_is_unanswered_and_keeps_its_earlier_days():
    steps = [
        told(StepKind.RAISED, date(2026, 6, 1), 1),
        told(StepKind.ANSWERED, date(2026, 6, 2)),
        told(StepKind.RESOLVED, date(2026, 6, 3), outcome=Outcome.UPHELD),
        told(StepKind.REOPENED, date(2026, 6, 10), 1),
    ]
    course = course_of(steps, date(2026, 6, 11))
    assert (course.state, course.outcome, course.days) == (State.UNANSWERED, None, 3)


@pytest.mark.parametrize(
    "words",
    [
        "We disagree about Child J",
        "No plan for Family AB",
        "A 7-year-old was not seen",
        "The pupil aged 12 was excluded",
        "Case number missing from the return",
        "LCS ref 1",
        "See 40871253",
        "The police did not come to the meeting on this child",
        "Her mother was not asked",
        "The child was not seen",
    ],
)
def test_words_of_a_case_are_told(words: str):
    assert case_words(words)


@pytest.mark.parametrize(
    "words",
    [
        "Nobody from the police came to the last three meetings of the board",
        "The child protection dataset for 2025-26 was not given by 30/04/2026",
        "Services for young people aged 16 to 25 were cut without a word to the partnership",
        "Family Help was redesigned without the health partner",
        "The child’s voice is missing from the audit; families were not asked",
        "The contribution of £125,000 was halved",
        "Meeting of 12.05.2026 had no quorum",
    ],
)
def test_words_of_governance_are_not(words: str):
    assert case_words(words) == ""


def test_stages_are_written_one_a_line():
    stages = stages_from_words("Managers | informal | 3\n\nHeads of service | formal\n")
    assert stages == (StageLine(1, "Managers", False, 3), StageLine(2, "Heads of service", True, None))
    assert stages_from_words(stages_in_words(DEFAULT_STAGES)) == DEFAULT_STAGES
    assert stages_from_words(stages_in_words(stages)) == stages


@pytest.mark.parametrize(
    "words", ["", "Managers", "Managers | sometimes | 3", "Managers | formal | soon", "A | formal | 0"]
)
def test_stages_that_cannot_be_read_are_refused_with_the_line(words: str):
    with pytest.raises(ValueError, match=r"[Ll]ine"):
        stages_from_words(words)
