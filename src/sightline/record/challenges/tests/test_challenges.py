from datetime import date, timedelta

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.queries import search
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.partnership.plan.commands import record_theme
from sightline.record.challenges import commands, queries
from sightline.record.challenges.commands import About, Raiser
from sightline.record.challenges.domain import Kind, Outcome, StageLine, State, StepKind
from tests.world import World

from .build import MONDAY, body, make_challenge

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))


def course(challenge, on: date):
    return queries.course_on(queries.challenge_in(challenge.partnership, challenge.pk), on)


def test_a_challenge_begins_at_the_first_default_stage_with_the_next_number(world: World) -> None:
    first, second = make_challenge(world.own), make_challenge(world.own)
    neighbour = make_challenge(world.other)
    assert (first.number, second.number, neighbour.number) == ("2026-1", "2026-2", "2026-1")
    step = first.steps.get()
    assert (step.kind, step.stage, step.is_formal, step.working_days) == (StepKind.RAISED, 1, False, 2)


def test_a_partnerships_own_stages_hold_from_their_day_and_old_challenges_keep_theirs(world: World) -> None:
    before = make_challenge(world.own)
    stages = [StageLine(1, "Managers", False, 5), StageLine(2, "Executive", True, None)]
    commands.set_stages(partnership=world.own, name="Escalation policy", stages=stages, on=TUESDAY, by=None)
    after = make_challenge(world.own, on=WEDNESDAY)
    assert course(before, WEDNESDAY).now_at.allowed == 2 and course(after, WEDNESDAY).now_at.allowed == 5
    commands.move_up(challenge=before, why="No answer", on=WEDNESDAY, by=None)
    assert course(before, WEDNESDAY).now_at.name == "Executive"
    with pytest.raises(Refused, match="last stage"):
        commands.move_up(challenge=before, why="No answer", on=WEDNESDAY, by=None)


def test_it_is_answered_settled_and_closed_with_its_learning(world: World) -> None:
    challenge = make_challenge(world.own)
    commands.answer_challenge(challenge=challenge, words="A deputy is named.", on=TUESDAY, by=None)
    commands.resolve_challenge(
        challenge=challenge, outcome=Outcome.UPHELD, what_changed="A deputy comes", on=WEDNESDAY, by=None
    )
    commands.close_challenge(challenge=challenge, learning="Name deputies at once", on=THURSDAY, by=None)
    told = course(challenge, THURSDAY)
    assert (told.state, told.outcome, told.days) == (State.CLOSED, Outcome.UPHELD, 2)


def test_closing_needs_an_outcome_and_learning_or_why_there_is_none(world: World) -> None:
    challenge = make_challenge(world.own)
    with pytest.raises(Refused, match="settled"):
        commands.close_challenge(challenge=challenge, learning="Much", on=TUESDAY, by=None)
    commands.resolve_challenge(challenge=challenge, outcome=Outcome.WITHDRAWN, what_changed="", on=TUESDAY, by=None)
    for given in ({}, {"learning": "Much", "no_learning_because": "It was not so"}):
        with pytest.raises(Refused, match="one of the two"):
            commands.close_challenge(challenge=challenge, on=TUESDAY, by=None, **given)
    commands.close_challenge(challenge=challenge, no_learning_because="It was a slip", on=TUESDAY, by=None)
    assert challenge.closed_on == TUESDAY


def test_upheld_without_saying_what_changed_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="what changed"):
        commands.resolve_challenge(
            challenge=make_challenge(world.own), outcome=Outcome.UPHELD, what_changed=" ", on=TUESDAY, by=None
        )


def test_opened_again_it_asks_for_everything_anew(world: World) -> None:
    challenge = make_challenge(world.own)
    commands.resolve_challenge(challenge=challenge, outcome=Outcome.WITHDRAWN, what_changed="", on=TUESDAY, by=None)
    commands.close_challenge(challenge=challenge, no_learning_because="A slip", on=TUESDAY, by=None)
    commands.reopen_challenge(challenge=challenge, why="It happened again", on=WEDNESDAY, by=None)
    assert (challenge.outcome, challenge.closed_on, challenge.no_learning_because) == ("", None, "")
    assert course(challenge, THURSDAY).state is State.UNANSWERED
    with pytest.raises(Refused, match="is open"):
        commands.reopen_challenge(challenge=challenge, why="Again", on=THURSDAY, by=None)


def test_a_settled_challenge_is_neither_answered_nor_moved(world: World) -> None:
    challenge = make_challenge(world.own)
    commands.resolve_challenge(challenge=challenge, outcome=Outcome.WITHDRAWN, what_changed="", on=TUESDAY, by=None)
    for do in (
        lambda: commands.answer_challenge(challenge=challenge, words="Late", on=TUESDAY, by=None),
        lambda: commands.move_up(challenge=challenge, why="Late", on=TUESDAY, by=None),
    ):
        with pytest.raises(Refused, match="settled"):
            do()


def test_nothing_is_told_before_what_was_told_last(world: World) -> None:
    challenge = make_challenge(world.own, on=WEDNESDAY)
    with pytest.raises(Refused, match="3 June 2026") as refused:
        commands.answer_challenge(challenge=challenge, words="Early", on=TUESDAY, by=None)
    assert refused.value.field == "on"


@pytest.mark.parametrize("field", ["about", "asked_for"])
@pytest.mark.parametrize("words", ["The plan for Child J was late", "See case number 9", "NHS number 943 476 5919"])
def test_no_word_of_a_case_is_kept(world: World, field: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        make_challenge(world.own, **{field: words})
    assert refused.value.field == field


def test_every_later_word_is_guarded_too(world: World) -> None:
    challenge, words = make_challenge(world.own), "Her mother was not asked"
    for do in (
        lambda: commands.answer_challenge(challenge=challenge, words=words, on=TUESDAY, by=None),
        lambda: commands.move_up(challenge=challenge, why=words, on=TUESDAY, by=None),
        lambda: commands.inform_scrutineer(challenge=challenge, words=words, on=TUESDAY, by=None),
        lambda: commands.correct_challenge(challenge=challenge, about=words, by=None),
        lambda: commands.resolve_challenge(
            challenge=challenge, outcome=Outcome.UPHELD, what_changed=words, on=TUESDAY, by=None
        ),
    ):
        with pytest.raises(Refused, match="case"):
            do()


def test_nobody_challenges_themselves_or_a_neighbour(world: World) -> None:
    council = body(world.own, "Ashvale Council")
    with pytest.raises(Refused, match="itself"):
        make_challenge(world.own, raiser=Raiser(organisation=council), challenged=council)
    with pytest.raises(Refused, match="another partnership"):
        make_challenge(world.own, challenged=body(world.other, "Brackenmoor Trust"))
    with pytest.raises(Refused, match="Choose which"):
        make_challenge(world.own, raiser=Raiser())


def test_what_it_is_about_is_named_by_reference(world: World) -> None:
    decision = Reference("meetings.decision", 7)
    challenge = make_challenge(world.own, about_what=About(decision, "Decision 7 of the Executive"))
    assert list(queries.challenges_about(world.own, decision, MONDAY)) == [challenge]
    assert not queries.challenges_about(world.other, decision, MONDAY)


def test_only_one_that_nobody_answered_is_removed(world: World) -> None:
    challenge, kept = make_challenge(world.own), make_challenge(world.own)
    commands.answer_challenge(challenge=kept, words="It is so.", on=TUESDAY, by=None)
    with pytest.raises(Refused, match="withdrawn"):
        commands.remove_challenge(challenge=kept, by=None)
    commands.remove_challenge(challenge=challenge, by=None)
    assert list(queries.challenges_of(world.own, THURSDAY)) == [kept]


def test_search_finds_it_for_those_who_read(world: World) -> None:
    make_challenge(world.own, about="Attendance of the lighthouse keepers")
    assert search(world.viewer(Role.MEMBER), "lighthouse").hits
    assert not search(world.viewer(Role.REGIONAL_OVERSEER), "lighthouse").hits


def test_what_is_due_is_asked_of_the_challenged_and_then_of_the_challenger(world: World) -> None:
    challenge = make_challenge(world.own)
    (due,) = queries.due_things([world.own.pk], TUESDAY)
    assert due.organisations == (challenge.to_organisation_id,) and due.due_on == WEDNESDAY
    commands.answer_challenge(challenge=challenge, words="It is so.", on=TUESDAY, by=None)
    (due,) = queries.due_things([world.own.pk], TUESDAY)
    assert due.organisations == (challenge.by_organisation_id,) and "settles" in due.asks
    commands.resolve_challenge(challenge=challenge, outcome=Outcome.WITHDRAWN, what_changed="", on=WEDNESDAY, by=None)
    (due,) = queries.due_things([world.own.pk], WEDNESDAY)
    assert "learned" in due.asks and due.due_on is None
    commands.close_challenge(challenge=challenge, no_learning_because="A slip", on=WEDNESDAY, by=None)
    assert queries.due_things([world.own.pk], WEDNESDAY) == []
    assert queries.due_things([world.other.pk], WEDNESDAY) == []


def test_facts_for_rules_say_what_is_beyond_unanswered_and_unlearned(world: World, django_assert_num_queries) -> None:
    for _ in range(4):
        make_challenge(world.own, kind=Kind.DATA)
    with django_assert_num_queries(2):
        facts = queries.challenge_facts(world.own, THURSDAY)
    assert [one.is_beyond for one in facts] == [True] * 4
    assert all(one.answered_on is None and one.learning == "" and one.days_at_stage == 3 for one in facts)


def test_a_theme_of_another_region_is_refused(world: World) -> None:
    shared = record_theme(code="boats", label="Boats", edition="1", by=None)
    assert make_challenge(world.own, theme=shared).theme == shared
    foreign = record_theme(code="hills", label="Hills", edition="1", region=world.other, by=None)
    with pytest.raises(Refused, match="another region"):
        make_challenge(world.own, theme=foreign)
