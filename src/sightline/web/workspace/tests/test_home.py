"""The home page says what waits for the person who looks, and each line leads to exactly that thing."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.oversight.progress.commands import open_review
from sightline.partnership.directory.commands import appoint, create_post, link_account, record_person
from sightline.partnership.directory.models import Organisation
from sightline.partnership.law.tests.test_changes import make_change
from sightline.partnership.plan import commands as plan
from sightline.partnership.plan.tests.makers import make_priority, make_theme
from sightline.record.actions import commands as actions
from sightline.record.challenges import commands as challenges
from sightline.record.challenges.tests.build import body, make_challenge
from sightline.record.meetings.commands import referrals
from sightline.record.meetings.tests.build import make_board
from sightline.record.reviews.tests.rapid_making import (
    decide,
    make_incident,
    make_partners,
    make_rapid,
    working_days_ago,
)
from tests.world import World

pytestmark = pytest.mark.django_db


def needs(client, world: World) -> str:
    """The words of what needs this person, with the addresses."""
    text = client.get(reverse("workspace:partnership", args=[world.own.slug])).content.decode()
    return text.split("What needs you")[1].split("What is slipping")[0]


def hold_post(world: World, role: Role, organisation: Organisation) -> None:
    person = record_person(partnership=world.own, name=world.people[role].name, by=None)
    link_account(person=person, account=world.people[role], by=None)
    post = create_post(partnership=world.own, organisation=organisation, title="Director", by=None)
    appoint(person=person, post=post, by=None)


def report(world: World, what: str, by) -> None:
    action = actions.raise_action(partnership=world.own, what=what, by=None)
    actions.report_done(action=action, on=world.today, note="It is done.", by=by)


def test_an_action_reported_by_someone_else_waits_for_my_second_word(world, sign_in) -> None:
    report(world, "Publish the leaflet", world.people[Role.MEMBER])
    report(world, "Light the lamps", world.manager)
    shown = needs(sign_in(Role.BUSINESS_MANAGER), world)
    assert "Confirm: Publish the leaflet" in shown and "Light the lamps" not in shown
    assert "Confirm:" not in needs(sign_in(Role.ANALYST), world)


def test_incidents_and_rapid_reviews_show_their_day_to_those_who_may_read_them(world, sign_in) -> None:
    aware = working_days_ago(world.today, 3)
    make_incident(world.own, "SI 7", aware_on=aware)
    told = make_incident(world.own, "SI 8", aware_on=aware, notified_on=aware)
    make_incident(world.other, "SI 9", aware_on=aware)
    rapid = make_rapid(world.own, "RR 8", incident=told, on=aware)
    shown = needs(sign_in(Role.CHAIR), world)
    assert "Serious incident SI 7" in shown and "Rapid review RR 8" in shown and "Day 3 of 15" in shown
    assert reverse("reviews:rapid", args=[world.own.slug, rapid.pk]) in shown
    assert "SI 8" not in shown and "SI 9" not in shown
    assert "SI 7" not in needs(sign_in(Role.MEMBER), world)


def test_a_decision_waits_for_the_partner_whose_post_i_hold(world, sign_in) -> None:
    council, _police = make_partners(world.own)
    rapid = decide(make_rapid(world.own, "RR 5"))
    assert "Ratify" not in needs(sign_in(Role.CHAIR), world)
    hold_post(world, Role.CHAIR, council)
    shown = needs(sign_in(Role.CHAIR), world)
    assert "Ratify the decision of rapid review RR 5" in shown and "For Ashvale Council" in shown
    assert reverse("reviews:ratify", args=[world.own.slug, rapid.pk, council.pk]) in shown
    assert "Ashvale Police" not in shown


def test_a_challenge_waits_for_those_who_speak_for_the_challenged(world, sign_in) -> None:
    challenge = make_challenge(world.own)
    assert "Answer a challenge" not in needs(sign_in(Role.MEMBER), world)
    hold_post(world, Role.MEMBER, body(world.own, "Ashvale Police"))
    assert "Answer a challenge: Nobody from the police" in needs(sign_in(Role.MEMBER), world)
    challenges.answer_challenge(challenge=challenge, words="We shall come.", on=world.today, by=None)
    assert "Answer a challenge" not in needs(sign_in(Role.MEMBER), world)


def test_a_referral_waits_to_be_received_by_the_team(world, sign_in) -> None:
    sender, receiver = (make_board(name=name, partnership=world.own).board for name in ("Executive", "Exploitation"))
    sent = referrals.send_referral(
        board=sender, to_board=receiver, title="Children who go missing", ask="Agree one.", on=world.today, by=None
    )
    shown = needs(sign_in(Role.PARTNERSHIP_TEAM), world)
    assert "Receive: Children who go missing" in shown
    assert reverse("meetings:referral", args=[world.own.slug, sent.pk]) in shown
    referrals.receive_referral(referral=sent, board=receiver, on=world.today, by=None)
    assert "Receive:" not in needs(sign_in(Role.PARTNERSHIP_TEAM), world)


def test_the_review_of_progress_is_asked_for_when_due_and_while_it_is_open(world, sign_in) -> None:
    make_priority(world.own)
    client = sign_in(Role.BUSINESS_MANAGER)
    shown = needs(client, world)
    assert "Open the six-monthly review of progress" in shown and "It was due on 1 October 2024" in shown
    running = open_review(partnership=world.own, on=world.today, by=None)
    shown = needs(client, world)
    assert "Finish the review of progress" in shown and "Open the six-monthly" not in shown
    assert reverse("progress:review", args=[world.own.slug, running.pk]) in shown


def test_a_young_priority_asks_for_no_review_yet(world, sign_in) -> None:
    make_priority(world.own, started_on=world.today - timedelta(days=30))
    assert "six-monthly" not in needs(sign_in(Role.BUSINESS_MANAGER), world)


def test_changes_of_law_lead_to_those_that_nobody_said_were_taken_in(world, sign_in) -> None:
    make_change(world)
    client = sign_in(Role.CHAIR)
    shown = needs(client, world)
    assert "Say that 1 change of law or guidance was taken in" in shown and "Late" in shown
    listed = client.get(reverse("law:changes", args=[world.own.slug]) + "?taken=Not+taken+in").content.decode()
    assert "Lamps two" in listed and "Lamps one" not in listed
    assert "taken in" not in needs(sign_in(Role.PARTNERSHIP_TEAM), world)


def test_proposed_themes_wait_to_be_confirmed(world, sign_in) -> None:
    priority = make_priority(world.own)
    theme = make_theme()
    plan.map_to_theme(priority=priority, theme=theme, because="river", is_confirmed=False, by=None)
    assert "Confirm the themes proposed for “Safer journeys”" in needs(sign_in(Role.BUSINESS_MANAGER), world)
    plan.map_to_theme(priority=priority, theme=theme, by=None)
    assert "Confirm the themes" not in needs(sign_in(Role.BUSINESS_MANAGER), world)


def _one_of_each(world: World, number: int, council: Organisation) -> None:
    make_incident(world.own, f"SI {number}", aware_on=date(2026, 6, number + 1))
    decide(make_rapid(world.own, f"RR {number}"))
    make_challenge(
        world.own, raiser=challenges.Raiser(organisation=body(world.own, "Ashvale Fire")), challenged=council
    )
    report(world, f"Leaflet {number}", world.people[Role.MEMBER])
    sender, receiver = (make_board(name=f"{n} {number}", partnership=world.own).board for n in ("Sends", "Receives"))
    referrals.send_referral(
        board=sender, to_board=receiver, title=f"Item {number}", ask="Agree.", on=world.today, by=None
    )
    priority = make_priority(world.own, f"Priority {number}", number=str(number))
    plan.map_to_theme(priority=priority, theme=make_theme(f"Theme {number}"), because="x", is_confirmed=False, by=None)


def test_the_page_asks_as_many_questions_however_much_waits(world, sign_in) -> None:
    council, _police = make_partners(world.own)
    hold_post(world, Role.BUSINESS_MANAGER, council)
    _one_of_each(world, 0, council)
    client = sign_in(Role.BUSINESS_MANAGER)
    needs(client, world)
    with CaptureQueriesContext(connection) as few:
        needs(client, world)
    for number in range(1, 6):
        _one_of_each(world, number, council)
    with CaptureQueriesContext(connection) as many:
        shown = needs(client, world)
    assert shown.count("Answer a challenge") == 6 and shown.count("Receive:") == 6
    assert len(many) == len(few)
