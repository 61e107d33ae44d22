from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.accounts.domain import Role
from sightline.kernel.references import Reference
from sightline.oversight.progress.domain import Work
from sightline.oversight.progress.queries import chain_of, chains_of, unserving_actions
from sightline.partnership.plan.commands import set_priority
from sightline.record.actions.commands import close_action, raise_action, serve, withdraw
from sightline.record.evidence.domain import Grade
from sightline.record.recommendations.commands import answer_by_action, record_recommendation

from .makers import BEGAN, make_action, make_chain, show

pytestmark = pytest.mark.django_db
MAY, AUGUST, NOVEMBER = date(2026, 5, 1), date(2026, 8, 1), date(2026, 11, 1)


def test_a_chain_is_as_it_was_on_a_day(world):
    made = make_chain(world)
    close_action(action=made.action, on=AUGUST, note="All trained.", by=world.manager)
    show(world, Reference("actions.action", made.action.pk), Grade.PRACTICE, NOVEMBER)
    stood = {on: chain_of(world.own, made.priority.pk, on).standing() for on in (MAY, AUGUST, NOVEMBER)}
    assert stood[MAY].work == Work(total=1)
    assert stood[AUGUST].work == Work(total=1, begun=1, done=1) and not stood[AUGUST].has_impact
    assert stood[NOVEMBER].has_impact


def test_evidence_counts_once_wherever_it_lies_and_not_after_it_expired(world):
    made = make_chain(world)
    show(world, Reference("plan.objective", made.objective.pk), Grade.OUTCOME, MAY, expires_on=AUGUST)
    assert chain_of(world.own, made.priority.pk, AUGUST).standing().evidence == {"outcome": 1}
    assert chain_of(world.own, made.priority.pk, NOVEMBER).standing().evidence == {}


def test_an_action_that_serves_two_objectives_is_one_action_of_the_priority(world):
    made = make_chain(world)
    serve(action=made.action, objective=made.idle, by=world.manager)
    assert chain_of(world.own, made.priority.pk, MAY).standing().work.total == 1


def test_what_was_withdrawn_is_no_work(world):
    made = make_chain(world)
    withdraw(action=made.action, on=MAY, reason="Overtaken.", by=world.manager)
    assert chain_of(world.own, made.priority.pk, AUGUST).standing().work.total == 0


def test_actions_that_serve_nothing_are_counted(world):
    make_chain(world)
    loose = raise_action(partnership=world.own, what="Paint the pier", raised_on=BEGAN, by=world.manager)
    assert list(unserving_actions(world.own, MAY)) == [loose]


def test_the_questions_do_not_grow_with_the_record(world):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            chains_of(world.own, NOVEMBER)
        return len(seen)

    make_chain(world)
    few = asked()
    for number in range(5):
        make_chain(world, title=f"Priority {number}", objectives=4)
    assert asked() == few <= 11


def test_the_page_says_what_has_no_evidence_of_impact(world, sign_in):
    made = make_chain(world)
    text = sign_in(Role.MEMBER).get(f"/p/{world.own.slug}/progress/").content.decode()
    assert "No evidence of impact yet" in text and made.priority.title in text
    assert text.count("<h1") == 1


def test_a_priority_leads_to_its_objectives_actions_and_the_recommendations_they_answer(world, sign_in):
    made = make_chain(world)
    asked = record_recommendation(
        partnership=world.own, number="7", text="Train crews.", source_title="Pier review", made_on=BEGAN, by=None
    )
    answer_by_action(recommendation=asked, action=made.action, by=world.manager)
    text = sign_in(Role.CHAIR).get(f"/p/{world.own.slug}/progress/priority/{made.priority.pk}/").content.decode()
    for words in ("Crews know whom to call", "Train the crews", "recommendation 7 of Pier review"):
        assert words in text
    assert "No action serves this objective yet" in text


def test_the_table_is_taken_away(world, sign_in):
    make_chain(world)
    answer = sign_in(Role.ANALYST).get(f"/p/{world.own.slug}/progress/?export=csv")
    assert "Children on the ferries are safe,0 of 2,0 of 1,1,0,0,0,0" in answer.content.decode("utf-8-sig")


def test_an_empty_record_says_what_to_do_first(world, sign_in):
    text = sign_in(Role.BUSINESS_MANAGER).get(f"/p/{world.own.slug}/progress/").content.decode()
    assert "Set the priorities of this period first" in text


def test_evidence_is_added_to_an_objective_and_a_priority(world, sign_in):
    made = make_chain(world)
    client = sign_in(Role.BUSINESS_MANAGER)
    for place in (f"objective/{made.objective.pk}", f"priority/{made.priority.pk}"):
        answer = client.post(
            f"/p/{world.own.slug}/progress/{place}/evidence",
            {"title": "Survey", "kind": "impact", "grade": "practice", "note": "Crews call sooner."},
        )
        assert answer.status_code == 302, answer.content.decode()
    assert chain_of(world.own, made.priority.pk, world.today).standing().evidence == {"practice": 2}


def test_the_priorities_of_a_neighbour_are_not_in_the_chain(world):
    set_priority(partnership=world.other, title="Theirs", started_on=BEGAN, by=None)
    assert chains_of(world.own, NOVEMBER) == []
    made = make_chain(world)
    make_action(world, made.objective, raised_on=NOVEMBER)
    assert [chain.standing().work.total for chain in chains_of(world.own, AUGUST)] == [1]
