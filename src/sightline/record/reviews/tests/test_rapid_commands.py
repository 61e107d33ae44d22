from datetime import date

import pytest

from sightline.kernel.verdict import Refused
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.record.actions.models import Action
from sightline.record.reviews import commands
from sightline.record.reviews.domain.clocks import Start
from sightline.record.reviews.domain.rapid import Answer, Met, RapidState, Ratified, Reply, lacks_words, state_of
from sightline.record.reviews.models import RapidReview, Review
from sightline.record.reviews.queries.rapid import clock_of, date_of_day, rapid_in, standing_of, steps_of
from sightline.record.reviews.tests.rapid_making import (
    AWARE,
    NOTIFIED,
    decide,
    make_body,
    make_incident,
    make_partners,
    make_rapid,
)
from tests.world import World

DAY = date(2026, 6, 18)


def stands(rapid: RapidReview, on: date = DAY) -> RapidState:
    return state_of(standing_of(rapid_in(rapid.review.partnership, rapid.pk), on))


def test_a_rapid_review_follows_a_notification(world: World) -> None:
    incident = make_incident(world.own)
    with pytest.raises(Refused, match="follows a notification"):
        make_rapid(world.own, incident=incident)
    commands.notify_incident(incident=incident, on=NOTIFIED, by=None)
    rapid = make_rapid(world.own, incident=incident)
    with pytest.raises(Refused, match="has its rapid review"):
        make_rapid(world.own, "RR 2", incident=rapid.incident)


def test_it_gets_the_example_plan_and_its_dates_from_the_clock(world: World) -> None:
    rapid = make_rapid(world.own)
    steps = list(steps_of(rapid))
    # Aware Mon 1 June 2026: day 1 is Tue 2, day 5 Mon 8, day 10 Mon 15, day 15 Mon 22.
    assert {s.day: date_of_day(rapid, s.day) for s in steps if s.day in (1, 5, 10, 15)} == {
        1: date(2026, 6, 2),
        5: date(2026, 6, 8),
        10: date(2026, 6, 15),
        15: date(2026, 6, 22),
    }


def test_when_the_start_changes_every_date_moves(world: World) -> None:
    rapid = make_rapid(world.own)
    commands.change_start(rapid=rapid, start=Start.NOTIFIED, by=None)
    assert date_of_day(rapid, 15) == date(2026, 6, 24) == clock_of(rapid).due_on
    commands.notify_incident(incident=rapid.incident, on=date(2026, 6, 4), by=None)
    assert date_of_day(rapid, 15) == date(2026, 6, 25)


def test_the_partnerships_setting_holds_for_reviews_opened_afterwards(world: World) -> None:
    before = make_rapid(world.own)
    commands.choose_clock_start(partnership=world.own, start=Start.DAY_ONE, by=None)
    after = make_rapid(world.own, "RR 2026-02")
    assert (before.start, after.start) == (Start.AWARE, Start.DAY_ONE)


def test_the_first_own_step_takes_the_example_over(world: World) -> None:
    commands.add_template_step(partnership=world.own, day=3, what="Call the scrutineer", by=None)
    rapid = make_rapid(world.own)
    days = [(s.day, s.what) for s in steps_of(rapid)]
    assert (3, "Call the scrutineer") in days and len(days) == 7


def test_an_old_review_stands_alone_and_counts_from_a_given_day(world: World) -> None:
    rapid = commands.open_rapid_review(
        partnership=world.own, reference="RR 2019-02", on=date(2019, 7, 1), counted_from=date(2019, 7, 1), by=None
    )
    assert clock_of(rapid).due_on == date(2019, 7, 22)
    other = commands.open_rapid_review(partnership=world.own, reference="RR 2018", on=date(2018, 9, 3), by=None)
    assert clock_of(other).due_on is None


def test_agencies_are_asked_once_chased_and_answer_late_or_with_nothing_known(world: World) -> None:
    rapid = make_rapid(world.own)
    bodies = [make_body(world.own, name) for name in ("Elm School", "Fern Clinic")]
    school, clinic = commands.ask_agencies(rapid=rapid, organisations=bodies, on=NOTIFIED, minutes=90, by=None)
    assert commands.ask_agencies(rapid=rapid, organisations=bodies, on=NOTIFIED, by=None) == []
    commands.chase_return(agency_return=school, on=date(2026, 6, 16), how="An e-mail", by=None)
    commands.receive_return(
        agency_return=school, answer=Answer.NOTHING_KNOWN, on=date(2026, 6, 17), said_by="The head’s office", by=None
    )
    assert standing_of(rapid, DAY).returns_missing == ("Fern Clinic",)
    with pytest.raises(Refused, match="answered on"):
        commands.chase_return(agency_return=school, on=DAY, by=None)
    with pytest.raises(Refused, match="asked on"):
        commands.receive_return(agency_return=clinic, answer=Answer.INVOLVED, on=AWARE, by=None)
    with pytest.raises(Refused, match="answer back first"):
        commands.remove_return(agency_return=school, by=None)
    commands.take_back_return(agency_return=school, by=None)
    commands.remove_return(agency_return=school, by=None)
    assert rapid.returns.count() == 1


def test_it_goes_from_finding_out_to_answered(world: World) -> None:
    council, police = make_partners(world.own)
    rapid = make_rapid(world.own)
    asked = commands.ask_agency(rapid=rapid, organisation=make_body(world.own, "Elm School"), on=NOTIFIED, by=None)
    assert stands(rapid) is RapidState.GATHERING
    words = lacks_words(standing_of(rapid, DAY))
    assert words.startswith("Before it can be sent: one return (Elm School); the decision and its reasons; and ratif")
    commands.receive_return(agency_return=asked, answer=Answer.INVOLVED, on=DAY, by=None)
    decide(rapid)
    assert stands(rapid) is RapidState.RATIFYING
    commands.ratify(rapid=rapid, organisation=council, answer=Ratified.RATIFIED, on=DAY, by=world.manager)
    assert lacks_words(standing_of(rapid, DAY)) == "Before it can be sent: ratification by Ashvale Police."
    with pytest.raises(Refused, match="ratification by Ashvale Police"):
        commands.send_to_panel(rapid=rapid, on=DAY, by=None)
    commands.ratify(
        rapid=rapid, organisation=police, answer=Ratified.RATIFIED, on=DAY, said_by="The commander", by=None
    )
    assert stands(rapid) is RapidState.READY
    commands.send_to_panel(rapid=rapid, on=DAY, by=None)
    assert stands(rapid) is RapidState.SENT
    commands.record_reply(rapid=rapid, reply=Reply.AGREES, on=date(2026, 6, 29), asks_for_more=True, by=None)
    assert stands(rapid, date(2026, 6, 29)) is RapidState.ANSWERED
    commands.respond_to_reply(rapid=rapid, response="What was asked for was sent.", on=date(2026, 7, 1), by=None)
    assert stands(rapid, DAY) is RapidState.SENT, "as at the day of sending nobody had answered"


def test_five_partners_of_two_areas_all_have_to_ratify(world: World) -> None:
    names = ("East Council", "West Council", "East Police", "West Police", "The Health Board")
    make_partners(world.own, *names)
    assert len(standing_of(decide(make_rapid(world.own)), DAY).to_ratify) == 5


def test_it_goes_with_something_missing_only_with_the_reason(world: World) -> None:
    make_partners(world.own)
    rapid = decide(make_rapid(world.own))
    commands.send_to_panel(rapid=rapid, on=DAY, despite="The commander is away until Monday", by=None)
    assert rapid.sent_despite and stands(rapid) is RapidState.SENT
    commands.take_back_sending(rapid=rapid, by=None)
    assert stands(rapid) is RapidState.RATIFYING


def test_a_declined_ratification_needs_words_and_holds_the_review(world: World) -> None:
    (council,) = make_partners(world.own, "Ashvale Council")
    rapid = decide(make_rapid(world.own))
    with pytest.raises(Refused, match="Say why"):
        commands.ratify(rapid=rapid, organisation=council, answer=Ratified.DECLINED, on=DAY, by=None)
    commands.ratify(
        rapid=rapid, organisation=council, answer=Ratified.DECLINED, on=DAY, why="A practice review is due", by=None
    )
    assert stands(rapid) is RapidState.RATIFYING
    assert "declined to ratify" in lacks_words(standing_of(rapid, DAY))


def test_a_decision_that_changes_takes_its_ratifications_back(world: World) -> None:
    (council,) = make_partners(world.own, "Ashvale Council")
    rapid = decide(make_rapid(world.own))
    commands.ratify(rapid=rapid, organisation=council, answer=Ratified.RATIFIED, on=DAY, by=None)
    decide(rapid)
    assert rapid.ratifications.count() == 1
    decide(rapid, does_practice_review=True)
    assert rapid.ratifications.count() == 0


def test_only_a_safeguarding_partner_ratifies_and_only_a_decision(world: World) -> None:
    (council,) = make_partners(world.own, "Ashvale Council")
    rapid, school = make_rapid(world.own), make_body(world.own, "Elm School")
    with pytest.raises(Refused, match="no decision"):
        commands.ratify(rapid=rapid, organisation=council, answer=Ratified.RATIFIED, on=DAY, by=None)
    decide(rapid)
    with pytest.raises(Refused, match="not a safeguarding partner"):
        commands.ratify(rapid=rapid, organisation=school, answer=Ratified.RATIFIED, on=DAY, by=None)
    with pytest.raises(Refused, match="from then on"):
        commands.ratify(rapid=rapid, organisation=council, answer=Ratified.RATIFIED, on=NOTIFIED, by=None)


def test_a_decision_needs_reasons_whichever_way_it_goes(world: World) -> None:
    with pytest.raises(Refused, match="reasons"):
        decide(make_rapid(world.own), reasons=" ")


def test_a_review_whose_criteria_were_not_met_is_stopped_and_may_be_taken_up_again(world: World) -> None:
    rapid = make_rapid(world.own)
    commands.stop_rapid_review(rapid=rapid, because="Criteria not met", on=DAY, by=None)
    assert stands(rapid) is RapidState.STOPPED
    with pytest.raises(Refused, match="was stopped"):
        decide(rapid)
    commands.resume_rapid_review(rapid=rapid, by=None)
    assert stands(rapid) is RapidState.GATHERING


def test_the_checklist_keeps_one_answer_for_each_item(world: World) -> None:
    rapid = make_rapid(world.own)
    commands.answer_check(rapid=rapid, item="facts", answer=Met.NOT_MET, note="One record is missing", by=None)
    commands.answer_check(rapid=rapid, item="facts", answer=Met.MET, by=None)
    assert [(c.item, c.answer) for c in rapid.checks.all()] == [("facts", "met")]
    with pytest.raises(Refused, match="not on the checklist"):
        commands.answer_check(rapid=rapid, item="other", answer=Met.MET, by=None)


def test_meetings_and_actions_hang_on_the_review(world: World) -> None:
    rapid = make_rapid(world.own)
    board = create_board(partnership=world.own, name="Review group", kind=BoardKind.SUBGROUP, by=None)
    meeting = commands.record_rapid_meeting(rapid=rapid, held_on=DAY, board=board, by=None)
    with pytest.raises(Refused, match="who met"):
        commands.record_rapid_meeting(rapid=rapid, held_on=DAY, by=None)
    commands.remove_rapid_meeting(meeting=meeting, by=None)
    commands.raise_rapid_action(rapid=rapid, what="Check the rota", on=DAY, is_immediate=True, by=None)
    assert Action.objects.get().what == "Check the rota" and rapid.actions.get().is_immediate


def test_one_opened_by_mistake_is_removed_while_nothing_hangs_on_it(world: World) -> None:
    rapid = make_rapid(world.own)
    commands.remove_rapid_review(rapid=rapid, by=None)
    assert not Review.objects.exists()
    rapid = make_rapid(world.own, "RR 2")
    commands.ask_agency(rapid=rapid, organisation=make_body(world.own), on=NOTIFIED, by=None)
    with pytest.raises(Refused, match="Something hangs"):
        commands.remove_rapid_review(rapid=rapid, by=None)


def test_words_that_tell_of_a_child_are_refused(world: World) -> None:
    with pytest.raises(Refused, match="tells of a child"):
        decide(make_rapid(world.own), reasons="The child was born on 3 May 2014.")
