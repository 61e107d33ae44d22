from datetime import date, timedelta

import pytest

from sightline.foundation.library.models import SearchEntry
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.governance.tests.makers import make_board
from sightline.partnership.plan import commands, queries
from sightline.partnership.plan.domain import ObjectiveState
from tests.world import World

from .makers import make_objective, make_priority, make_theme

APRIL_24, APRIL_25 = date(2024, 4, 1), date(2025, 4, 1)


def test_a_priority_is_in_force_from_its_start_until_the_day_it_ends(world: World) -> None:
    priority = make_priority(world.own, ended_on=APRIL_25)
    for day, there in ((APRIL_24 - timedelta(1), False), (APRIL_24, True), (APRIL_25, False)):
        assert (priority in queries.priorities_of(world.own, day)) is there


def test_carrying_on_ends_the_older_and_takes_themes_and_open_objectives_along(world: World) -> None:
    theme = make_theme()
    older = make_priority(world.own, "Rivers", themes=[theme], number="3")
    make_objective(older, "Open", due_on=APRIL_25)
    met = make_objective(older, "Met")
    commands.end_objective(objective=met, state=ObjectiveState.MET, on=APRIL_25, note="Seen in the audit", by=None)
    newer = commands.carry_on(priority=older, started_on=APRIL_25, title="Water", with_objectives=True, by=None)
    older.refresh_from_db()
    assert older.ended_on == APRIL_25 and newer.continues == older and newer.number == "3"
    assert [link.theme for link in newer.themes.all()] == [theme]
    assert [one.text for one in newer.objectives.all()] == ["Open"]
    with pytest.raises(Refused, match="carried on already"):
        commands.carry_on(priority=older, started_on=APRIL_25, by=None)


def test_a_line_follows_a_priority_through_its_periods(world: World) -> None:
    first = make_priority(world.own, "Rivers")
    second = commands.carry_on(priority=first, started_on=APRIL_25, title="Water", by=None)
    make_priority(world.own, "Bridges")
    lines = queries.lines_of(list(queries.priorities_ever(world.own, APRIL_25)))
    assert sorted([one.title for one in line.priorities] for line in lines) == [["Bridges"], ["Rivers", "Water"]]
    with pytest.raises(Refused, match="carry itself on"):
        commands.correct_priority(priority=first, title="Rivers", continues=second, by=None)


def test_a_priority_entered_by_mistake_is_removed_unless_something_hangs_on_it(world: World) -> None:
    priority = make_priority(world.own)
    objective = make_objective(priority)
    with pytest.raises(Refused, match="End it instead"):
        commands.remove_priority(priority=priority, by=None)
    commands.remove_objective(objective=objective, by=None)
    commands.remove_priority(priority=priority, by=None)
    assert not SearchEntry.objects.filter(subject_kind__startswith="plan.").exists()


def test_things_of_another_partnership_are_refused(world: World) -> None:
    board, body = make_board(world.other), record_organisation(partnership=world.other, name="Far Trust", by=None)
    with pytest.raises(Refused, match="another partnership"):
        make_priority(world.own, board=board)
    with pytest.raises(Refused, match="another partnership"):
        make_objective(make_priority(world.own), lead=body)


def test_words_that_tell_of_a_child_are_refused(world: World) -> None:
    with pytest.raises(Refused, match="tells of a child"):
        make_priority(world.own, outcome="As for NHS number 943 476 5919")


@pytest.mark.parametrize("state", [s for s in ObjectiveState if s is not ObjectiveState.OPEN])
def test_an_objective_ends_with_what_shows_it_and_can_be_opened_again(world: World, state: ObjectiveState) -> None:
    objective = make_objective(make_priority(world.own), due_on=APRIL_25)
    with pytest.raises(Refused, match="Say what shows it"):
        commands.end_objective(objective=objective, state=state, on=APRIL_25, note=" ", by=None)
    commands.end_objective(objective=objective, state=state, on=APRIL_25, note="Audit", by=None)
    assert queries.is_open_on(objective, APRIL_25 - timedelta(1)) and not queries.is_open_on(objective, APRIL_25)
    commands.reopen_objective(objective=objective, by=None)
    assert queries.is_past_due(objective, APRIL_25 + timedelta(1))


def test_what_is_due_names_the_objective_its_day_and_its_agency(world: World) -> None:
    body = record_organisation(partnership=world.own, name="Ashvale Council", by=None)
    objective = make_objective(make_priority(world.own), due_on=APRIL_25, lead=body)
    make_objective(make_priority(world.own, "No date"))
    make_objective(make_priority(world.other), due_on=APRIL_25)
    due = list(queries.due_things([world.own.pk], APRIL_25))
    assert [(str(d.reference), d.due_on, d.organisations) for d in due] == [
        (f"plan.objective:{objective.pk}", APRIL_25, (body.pk,))
    ]


def test_facts_for_rules_say_what_a_priority_lacks(world: World, django_assert_num_queries) -> None:
    make_theme("River safety", "rivers")
    for title in ("Safe rivers", "Bridges"):
        make_objective(make_priority(world.own, title), due_on=APRIL_24)
    with django_assert_num_queries(3):
        facts = {one.title: one for one in queries.priority_facts(world.own, APRIL_25)}
    assert (facts["Safe rivers"].themes, facts["Safe rivers"].unconfirmed_themes) == (0, 1)
    assert not facts["Bridges"].has_outcome and facts["Bridges"].objectives_without_lead == 1
    assert len(facts["Bridges"].objectives_past_due) == 1
