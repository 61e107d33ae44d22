from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sightline.record.evidence.domain import GRADES, Grade
from sightline.record.learning.domain.briefings import (
    MOST_WORDS,
    PARTS,
    BriefingKind,
    Status,
    missing_parts,
    status_on,
    words_in,
)
from sightline.record.learning.domain.issues import Stage, cascade_due, reach_of, receipt_due, stage_on
from sightline.record.learning.domain.practice import highest
from sightline.record.learning.domain.tracks import (
    StepFacts,
    StepKind,
    StepState,
    lacks_re_audit,
    line_of,
    stands_at,
)
from sightline.record.learning.domain.voice import is_small, reporting_year, shown_number

DAY = date(2024, 5, 1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def test_a_seven_minute_briefing_has_seven_parts_and_needs_them_all() -> None:
    parts = PARTS[BriefingKind.SEVEN_MINUTE]
    assert len(parts) == 7
    texts = {part.code: "Words." for part in parts}
    assert missing_parts(BriefingKind.SEVEN_MINUTE, texts) == ()
    assert missing_parts(BriefingKind.SEVEN_MINUTE, texts | {"why": "  "}) == ("Why it matters",)


def test_words_are_counted_over_all_parts() -> None:
    assert words_in({"a": "one two", "b": "three\nfour"}) == 4
    assert MOST_WORDS[BriefingKind.SEVEN_MINUTE] == 700


@given(DAYS, DAYS)
def test_a_briefing_is_what_its_latest_date_says(issued: date, day: date) -> None:
    found = status_on(day, approved_on=issued, issued_on=issued, revised_on=None, retired_on=None)
    assert (found is Status.ISSUED) == (issued <= day)


def test_a_retired_briefing_was_issued_before_that() -> None:
    dates = {"approved_on": DAY, "issued_on": DAY, "revised_on": None, "retired_on": date(2024, 9, 1)}
    assert status_on(date(2024, 8, 31), **dates) is Status.ISSUED
    assert status_on(date(2024, 9, 1), **dates) is Status.RETIRED


def test_receipt_is_due_in_working_days_and_passing_on_later() -> None:
    assert receipt_due(date(2024, 3, 25)) == date(2024, 4, 10), "Good Friday and Easter Monday lie between"
    assert cascade_due(date(2024, 3, 25)) == date(2024, 5, 6)


@given(DAYS)
def test_passing_on_is_never_due_before_receipt(sent: date) -> None:
    assert sent < receipt_due(sent) < cascade_due(sent)


def stage(day: date, received: date | None = None, cascaded: date | None = None) -> Stage:
    return stage_on(
        day,
        receipt_due_on=date(2024, 5, 10),
        cascade_due_on=date(2024, 6, 10),
        received_on=received,
        cascaded_on=cascaded,
    )


def test_an_agency_is_late_from_the_day_after_it_was_due() -> None:
    assert stage(date(2024, 5, 10)) is Stage.SENT
    assert stage(date(2024, 5, 11)) is Stage.RECEIPT_OVERDUE
    assert stage(date(2024, 6, 11), received=DAY) is Stage.CASCADE_OVERDUE
    assert stage(date(2024, 6, 11), received=DAY, cascaded=date(2024, 6, 11)) is Stage.CASCADED


def test_reach_counts_passing_on_as_received() -> None:
    reach = reach_of([Stage.CASCADED, Stage.RECEIVED, Stage.SENT, Stage.RECEIPT_OVERDUE])
    assert (reach.sent, reach.received, reach.cascaded, reach.overdue) == (4, 2, 1, 1)


def done(kind: StepKind, on: date) -> StepFacts:
    return StepFacts(kind, None, on)


def test_a_re_audit_is_missed_a_year_after_the_last_teaching() -> None:
    steps = [done(StepKind.AUDIT, date(2023, 1, 9)), done(StepKind.TRAINING, DAY)]
    assert not lacks_re_audit(steps, DAY + timedelta(days=365))
    assert lacks_re_audit(steps, DAY + timedelta(days=366))
    looked = [*steps, done(StepKind.RE_AUDIT, date(2024, 12, 1))]
    assert not lacks_re_audit(looked, DAY + timedelta(days=366))


def test_a_re_audit_before_the_last_training_does_not_look_again_at_it() -> None:
    steps = [done(StepKind.RE_AUDIT, date(2024, 1, 9)), done(StepKind.TRAINING, DAY)]
    assert lacks_re_audit(steps, DAY + timedelta(days=400))


def test_nothing_taught_asks_for_no_re_audit() -> None:
    assert not lacks_re_audit([done(StepKind.AUDIT, date(2020, 1, 9))], DAY)


def test_the_line_shows_each_kind_done_overdue_planned_or_missing() -> None:
    steps = [
        done(StepKind.AUDIT, DAY),
        StepFacts(StepKind.DEEP_DIVE, date(2024, 4, 1), None),
        StepFacts(StepKind.BRIEFING, date(2024, 7, 1), None),
    ]
    states = [rung.state for rung in line_of(steps, DAY)]
    assert states == [
        StepState.DONE,
        StepState.OVERDUE,
        StepState.PLANNED,
        StepState.MISSING,
        StepState.MISSING,
    ]
    assert stands_at(line_of(steps, DAY)) == "Audit done; deep dive overdue"
    passed_over = [done(StepKind.BRIEFING, DAY), StepFacts(StepKind.TRAINING, date(2024, 4, 1), None)]
    assert stands_at(line_of(passed_over, DAY)) == "Briefing done; training overdue"
    assert stands_at(line_of([done(StepKind.RE_AUDIT, DAY)], DAY)) == "Re-audit done; audit not planned"
    assert stands_at(line_of([], DAY)) == "Nothing done yet; audit not planned"


@given(st.lists(st.sampled_from([*(grade.value for grade in GRADES), ""])))
def test_evidence_reaches_as_far_as_its_highest_grade(grades: list[str]) -> None:
    best = highest(grades)
    assert (best is None) == (not any(grades))
    assert all(GRADES.index(Grade(grade)) <= GRADES.index(best) for grade in grades if grade and best)


def test_small_groups_are_not_counted_out() -> None:
    assert [is_small(number) for number in (None, 0, 1, 4, 5)] == [False, False, True, True, False]
    assert [shown_number(number) for number in (None, 0, 4, 5, 1200)] == ["", "0", "Fewer than 5", "5", "1,200"]


def test_a_reporting_year_begins_on_the_first_of_april() -> None:
    assert reporting_year(date(2024, 3, 31)) == "2023 to 2024"
    assert reporting_year(date(2024, 4, 1)) == "2024 to 2025"
