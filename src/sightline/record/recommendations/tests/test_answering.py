"""What became of a recommendation, by answers, actions and evidence; superseding; themes; who is asked."""

from datetime import date

import pytest

from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.plan.commands import record_theme
from sightline.record.actions.commands import close_action
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.recommendations import commands, queries
from sightline.record.recommendations.domain import Answer, State
from sightline.record.recommendations.models import Recommendation
from tests.world import World

pytestmark = pytest.mark.django_db
MADE, SAID, DONE, LATER = date(2026, 1, 12), date(2026, 2, 10), date(2026, 3, 10), date(2026, 4, 10)


@pytest.fixture
def one(world: World) -> Recommendation:
    return commands.record_recommendation(
        partnership=world.own, number="4", text="Record who attends.", source_title="Review", made_on=MADE, by=None
    )


def state(one: Recommendation, world: World, on: date) -> State:
    return queries.states_of(queries.recommendations_of(world.own, on), world.own, on)[one.pk]


def test_what_became_of_it_follows_answer_action_and_evidence_and_can_be_asked_of_any_day(world: World, one) -> None:
    commands.respond(recommendation=one, partnership=world.own, answer=Answer.ACCEPTED, on=SAID, by=None)
    action = commands.raise_answering_action(
        recommendation=one, partnership=world.own, what="Keep a register", on=SAID, by=None
    )
    close_action(action=action, on=DONE, note="It is kept", by=None)
    assert state(one, world, DONE) is State.DONE
    add_evidence(
        partnership=world.own,
        subject=Reference("actions.action", action.pk),
        title="Dip sample",
        kind=Kind.IMPACT,
        grade=Grade.PRACTICE,
        note="Nine of ten sets of minutes name who came",
        on=LATER,
        by=None,
    )
    assert state(one, world, LATER) is State.DONE_WITH_IMPACT
    assert state(one, world, DONE) is State.DONE
    assert state(one, world, MADE) is State.NO_ANSWER


def test_an_answer_that_tells_of_a_child_is_refused(world: World, one) -> None:
    with pytest.raises(Refused, match="tells of a child"):
        commands.respond(
            recommendation=one,
            partnership=world.own,
            answer=Answer.NOT_ACCEPTED,
            reason="The child's NHS number is 943 476 5919",
            on=SAID,
            by=None,
        )


def test_another_stands_in_its_place_and_that_can_be_undone(world: World, one) -> None:
    newer = commands.record_recommendation(
        partnership=world.own, text="Record who attends, by seat.", source_title="Review 2", made_on=SAID, by=None
    )
    commands.supersede(recommendation=one, newer=newer, on=SAID, by=None)
    assert queries.unanswered(world.own, DONE).get() == newer
    assert set(queries.unanswered(world.own, MADE)) == {one}
    with pytest.raises(Refused, match="superseded by itself"):
        commands.supersede(recommendation=newer, newer=one, on=DONE, by=None)
    commands.undo_superseding(recommendation=one, by=None)
    assert queries.unanswered(world.own, DONE).count() == 2


def test_themes_are_proposed_from_the_words_until_a_person_chooses(world: World) -> None:
    theme = record_theme(code="kites", label="Kites", edition="2026", by=None, words=["flying kites"])
    one = commands.record_recommendation(
        partnership=world.own, text="Plan for flying kites.", source_title="Review", made_on=MADE, by=None
    )
    assert [(row.theme, row.is_confirmed) for row in one.themes.all()] == [(theme, False)]
    commands.choose_themes(recommendation=one, themes=[theme], on=SAID, by=None)
    assert one.themes.get().is_confirmed
    commands.choose_themes(recommendation=one, themes=[], on=SAID, by=None)
    assert not one.themes.exists()


def test_what_is_made_to_a_body_is_due_from_it_until_it_is_answered(world: World, one) -> None:
    assert list(queries.due_things([world.own.pk], SAID)) == []
    body = record_organisation(partnership=world.own, name="Vale Trust", by=None)
    commands.address_to(recommendation=one, organisation=body, by=None)
    (due,) = queries.due_things([world.own.pk, world.other.pk], SAID)
    assert (due.organisations, due.due_on, due.partnership_id) == ((body.pk,), date(2026, 2, 23), world.own.pk)
    commands.respond(recommendation=one, partnership=world.own, answer=Answer.ACCEPTED, on=SAID, by=None)
    assert list(queries.due_things([world.own.pk], SAID)) == []


def test_what_is_due_takes_no_more_queries_for_more(world: World, django_assert_num_queries) -> None:
    body = record_organisation(partnership=world.own, name="Vale Trust", by=None)
    for partnership in (world.own, world.other) * 3:
        commands.record_recommendation(
            partnership=partnership,
            text="Record who attends.",
            source_title="Review",
            addressed_to=[body] if partnership == world.own else [],
            by=None,
        )
    with django_assert_num_queries(3):
        assert len(list(queries.due_things([world.own.pk, world.other.pk], SAID))) == 3


def test_what_people_said_of_two_outlasts_the_words(world: World, one) -> None:
    other = commands.record_recommendation(
        partnership=world.own, text="Record who attends.", source_title="Audit", made_on=SAID, by=None
    )

    def groups() -> list[frozenset[int]]:
        found = queries.compared(queries.recommendations_of(world.own, LATER))
        return found.groups(queries.said_of(world.own))

    assert groups() == [frozenset({one.pk, other.pk})]
    said = commands.say_sameness(one=other, other=one, is_same=False, partnership=world.own, on=LATER, by=world.manager)
    assert groups() == []
    commands.correct_recommendation(recommendation=other, text="Note every kite that flies.", by=None)
    commands.say_sameness(one=one, other=other, is_same=True, partnership=world.own, on=LATER, by=world.manager)
    assert groups() == [frozenset({one.pk, other.pk})]
    commands.unsay_sameness(said=said, by=None)
    assert groups() == []
