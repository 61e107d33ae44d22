"""Done is what a second word says."""

from datetime import date, timedelta

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.actions import commands, policy, queries
from sightline.record.actions.domain import Event, Rating, Status, Word
from sightline.record.actions.models import Action
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from tests.world import World

MARCH = date(2026, 3, 10)


@pytest.fixture
def action(world: World) -> Action:
    return commands.raise_action(partnership=world.own, what="Write the protocol", raised_on=MARCH, by=None)


def report(world: World, action: Action) -> None:
    commands.report_done(action=action, on=MARCH, note="It is written", by=world.manager)


def test_a_reported_action_stays_open_until_the_second_word(world: World, action: Action) -> None:
    report(world, action)
    assert action.status == Status.REPORTED and action.closed_on is None
    assert queries.waiting(world.own, MARCH).get() == action
    assert queries.open_actions(world.own, MARCH).get() == action
    with pytest.raises(Refused, match="reported as done already"):
        report(world, action)


def test_nobody_confirms_what_they_reported_themselves(world: World, action: Action) -> None:
    report(world, action)
    with pytest.raises(Refused, match="You reported this action as done"):
        commands.confirm_done(action=action, on=MARCH, by=world.manager)
    assert not policy.may_confirm(world.viewer(Role.BUSINESS_MANAGER), action)
    assert policy.may_confirm(world.viewer(Role.CHAIR), action)
    assert not policy.may_confirm(world.viewer(Role.MEMBER), action)
    commands.confirm_done(action=action, on=MARCH, note="I have read it", by=world.people[Role.CHAIR])
    assert (action.status, action.closed_on, action.word) == (Status.DONE, MARCH, Word.PERSON)
    assert (action.word_of, action.closing_note) == ("Chandra Ellery", "It is written")
    assert [line.event for line in action.progress.all()] == [Event.CLOSED, Event.REPORTED]


def test_a_second_confirmation_from_a_page_that_is_out_of_date_changes_nothing(world: World, action: Action) -> None:
    report(world, action)
    as_another_page_had_it = Action.objects.get(pk=action.pk)
    commands.confirm_done(action=action, on=MARCH, by=world.people[Role.CHAIR])
    with pytest.raises(Refused):
        commands.confirm_done(action=as_another_page_had_it, on=MARCH, by=world.people[Role.PARTNERSHIP_TEAM])
    assert Action.objects.get().word_of == "Chandra Ellery"


def test_what_nobody_reported_is_neither_confirmed_nor_sent_back(world: World, action: Action) -> None:
    with pytest.raises(Refused, match="Nobody has reported"):
        commands.confirm_done(action=action, on=MARCH, by=world.manager)
    with pytest.raises(Refused, match="Nobody has reported"):
        commands.send_back(action=action, on=MARCH, why="More", by=world.manager)


def test_sent_back_it_is_in_progress_again_and_can_be_reported_anew(world: World, action: Action) -> None:
    report(world, action)
    with pytest.raises(Refused, match="Say what is still to be done"):
        commands.send_back(action=action, on=MARCH, why="", by=world.people[Role.CHAIR])
    commands.send_back(action=action, on=MARCH, why="Two agencies have not signed", by=world.people[Role.CHAIR])
    assert (action.status, action.reported_by, action.closing_note) == (Status.IN_PROGRESS, None, "")
    report(world, action)
    commands.confirm_done(action=action, on=MARCH, by=world.people[Role.CHAIR])
    assert action.status == Status.DONE


def test_who_may_give_the_second_word_finds_what_waits_for_it(world: World, action: Action) -> None:
    report(world, action)
    assert queries.waiting_for(world.viewer(Role.CHAIR), MARCH).get() == action
    assert not queries.waiting_for(world.viewer(Role.BUSINESS_MANAGER), MARCH).exists()
    assert not queries.waiting_for(world.viewer(Role.MEMBER), MARCH).exists()


def test_while_it_waits_notes_are_kept_but_its_status_is_not_changed(world: World, action: Action) -> None:
    report(world, action)
    commands.note_progress(action=action, note="The letter is attached", on=MARCH, by=None)
    with pytest.raises(Refused, match="waits for a second word"):
        commands.note_progress(action=action, note="Hm", status=Status.IN_PROGRESS, on=MARCH, by=None)
    assert action.status == Status.REPORTED


def test_a_board_closes_with_its_own_word_whether_reported_or_not(world: World, action: Action) -> None:
    report(world, action)
    commands.close_action(
        action=action, on=MARCH, note="Accepted", word=Word.BOARD, word_of="Executive, 10 March 2026", by=world.manager
    )
    assert (action.status, action.word, action.reported_by) == (Status.DONE, Word.BOARD, world.manager)


@pytest.mark.parametrize(("grade", "kept"), [(None, "none"), (Grade.ACTIVITY, "activity"), (Grade.OUTCOME, "outcome")])
def test_how_far_its_evidence_reached_is_kept_when_it_is_closed(world: World, action: Action, grade, kept) -> None:
    subject = Reference("actions.action", action.pk)
    given = {"partnership": world.own, "subject": subject, "title": "Audit", "note": "Seen.", "kind": Kind.ASSURANCE}
    add_evidence(**given, grade=grade, on=MARCH, by=None)
    add_evidence(**given, grade=Grade.OUTCOME, on=MARCH + timedelta(days=1), by=None)
    report(world, action)
    commands.confirm_done(action=action, on=MARCH, by=world.people[Role.CHAIR])
    assert action.reach_at_closing == kept


def test_opened_again_nobody_has_confirmed_it_and_its_history_stays(world: World, action: Action) -> None:
    report(world, action)
    commands.confirm_done(action=action, on=MARCH, by=world.people[Role.CHAIR])
    commands.reopen_action(action=action, on=MARCH, why="It was withdrawn by the council", by=None)
    assert (action.word, action.word_of, action.confirmed_by, action.reach_at_closing) == ("", "", None, "")
    assert [line.event for line in action.progress.all()] == [Event.REOPENED, Event.CLOSED, Event.REPORTED]


def test_an_action_from_a_table_comes_whole(world: World) -> None:
    made = commands.raise_action(
        partnership=world.own,
        what="Circulate",
        raised_on=MARCH,
        status=Status.DONE,
        closing_note="Sent to all",
        rating=Rating.ON_TRACK,
        word=Word.PAPER,
        word_of="Action log",
        by=None,
    )
    assert (made.closed_on, made.closing_note, made.word, made.word_of) == (MARCH, "Sent to all", "paper", "Action log")
    assert made.reach_at_closing == ""
