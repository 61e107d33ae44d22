from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.oversight.progress.domain import Stage, Standing, Work, changes, review_due, stage_of

WORKS = st.builds(
    lambda done, begun, idle, overdue: Work(done + begun + idle, done + begun, done, min(overdue, begun + idle)),
    *(st.integers(0, 20) for _ in range(4)),
)


@pytest.mark.parametrize(
    ("work", "has_impact", "stage"),
    [
        (Work(), False, Stage.WORDS),
        (Work(total=2), False, Stage.PLANNED),
        (Work(total=2, begun=1), False, Stage.UNDER_WAY),
        (Work(total=2, begun=2, done=1), False, Stage.UNDER_WAY),
        (Work(total=2, begun=2, done=2), False, Stage.DONE),
        (Work(total=2, begun=2, done=2), True, Stage.IMPACT),
        (Work(), True, Stage.IMPACT),
    ],
)
def test_how_far_a_priority_has_come_follows_from_its_work_and_its_evidence(work, has_impact, stage):
    assert stage_of(work, has_impact) is stage


@given(WORKS)
def test_work_alone_is_never_impact(work):
    assert stage_of(work, False) is not Stage.IMPACT


def test_what_moved_is_said_in_words_with_its_direction():
    before = Standing({"open": 2}, Work(3, 1, 0, 1), {"activity": 1})
    after = Standing({"open": 1, "met": 1}, Work(4, 3, 2, 2), {"activity": 1, "practice": 1})
    assert [(c.words, c.is_forward) for c in changes(before, after)] == [
        ("1 action was added", None),
        ("2 actions were done", True),
        ("1 more action is overdue", False),
        ("1 objective was met", True),
        ("1 more piece of evidence of a change in practice", True),
    ]


def test_objectives_that_were_set_since_are_a_movement_without_direction():
    (said,) = changes(Standing(), Standing({"open": 1}))
    assert (said.words, said.is_forward) == ("1 objective was set", None)


def test_evidence_that_expired_is_said_to_count_no_longer():
    said = changes(Standing(evidence={"outcome": 2}), Standing(evidence={}))
    assert [(c.words, c.is_forward) for c in said] == [
        ("2 pieces of evidence of an outcome for children no longer count", False)
    ]


def test_more_activity_is_no_movement_forward():
    (said,) = changes(Standing(), Standing(evidence={"activity": 3}))
    assert said.is_forward is None


@given(WORKS, st.dictionaries(st.sampled_from(["activity", "output", "practice", "outcome", ""]), st.integers(1, 9)))
def test_nothing_moved_between_a_day_and_itself(work, evidence):
    standing = Standing({"open": 1}, work, evidence)
    assert changes(standing, standing) == ()


def test_a_review_is_due_six_months_after_the_last_or_after_the_priorities_began():
    assert review_due(date(2026, 8, 31), None) == date(2027, 2, 28)
    assert review_due(None, date(2026, 4, 1)) == date(2026, 10, 1)
    assert review_due(None, None) is None
