"""Every rule tells its three stories, and its docstring says what people read."""

import pytest

from sightline.oversight.gaps.domain import Severity
from sightline.oversight.gaps.rules.catalogue import catalogue, parse

from .cases import (
    Cases,
    facts,
    of_answers,
    of_attendance,
    of_boards,
    of_documents,
    of_incidents,
    of_learning,
    of_plans,
    of_priorities,
    of_promises,
    of_reviews,
)

CASES: dict[str, Cases] = of_boards.CASES | of_attendance.CASES | of_promises.CASES | of_documents.CASES
CASES |= of_incidents.CASES | of_reviews.CASES | of_learning.CASES
CASES |= of_priorities.CASES | of_plans.CASES | of_answers.CASES


def test_every_rule_has_its_three_stories():
    assert set(CASES) == set(catalogue())


@pytest.mark.parametrize("code", sorted(CASES))
class TestRule:
    def test_it_finds_what_is_missing(self, code):
        found = list(catalogue()[code].find(CASES[code].finds))
        assert len(found) == 1
        assert CASES[code].says in found[0].summary
        assert found[0].subject.kind == catalogue()[code].subject

    def test_it_stays_silent_when_all_is_well(self, code):
        assert list(catalogue()[code].find(CASES[code].silent)) == []

    def test_it_says_nothing_when_there_is_not_enough_to_say(self, code):
        assert list(catalogue()[code].find(CASES[code].unsure)) == []

    def test_it_says_nothing_of_an_empty_record(self, code):
        assert list(catalogue()[code].find(facts())) == []

    def test_it_reads_as_a_whole(self, code):
        rule = catalogue()[code]
        assert all((rule.finds, rule.why, rule.authority, rule.closes, rule.example))
        assert rule.severity in Severity


def test_a_rule_that_does_not_say_how_it_closes_is_refused():
    with pytest.raises(ValueError, match="How it closes"):
        parse("A thing.\n\nWhy it matters: much.\nAuthority: law.\nExample: this.", "a_rule")
