"""Rooms that keep to themselves meet on the pages of what they share, and search and the trail know them all."""

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import quote_plus

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.presenters.changes import kinds_of_change
from sightline.kernel.references import Reference
from sightline.partnership.plan.tests.makers import make_objective, make_priority
from sightline.record.actions.commands import raise_action, serve
from sightline.record.challenges.commands import About
from sightline.record.challenges.tests.build import make_challenge
from sightline.record.learning import commands as learning
from sightline.record.learning.domain.voice import Group, Method
from sightline.record.learning.tests.makers import make_finding
from sightline.record.meetings import commands as meetings
from sightline.record.meetings.tests.build import make_board
from sightline.record.recommendations import commands as recommendations
from sightline.record.reviews.commands import add_theme
from sightline.record.reviews.tests.build_practice import make_theme
from sightline.web.workspace.presenters.kinds import KINDS
from sightline.web.workspace.queries.home import WORTH_TELLING
from tests.world import World

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]


def page(client: Client, name: str, world: World, *parts: int, **asked: str) -> str:
    return client.get(reverse(name, args=[world.own.slug, *parts]), asked).content.decode()


def raising(world: World, kind: str, pk: int) -> str:
    return f"{reverse('challenges:raise', args=[world.own.slug])}?about={quote_plus(f'{kind}:{pk}')}"


def test_an_action_leads_to_a_challenge_and_the_challenge_back_to_it(world: World, sign_in: SignIn) -> None:
    action = raise_action(partnership=world.own, what="Send the data", number="4", by=None)
    shown = page(sign_in(Role.MEMBER), "actions:action", world, action.pk)
    assert "Challenge this" in shown and raising(world, "actions.action", action.pk) in shown
    assert "Challenge this" not in page(sign_in(Role.ANALYST), "actions:action", world, action.pk)
    about = About(Reference("actions.action", action.pk), "Action 4: Send the data")
    challenge = make_challenge(world.own, on=world.today, about_what=about)
    shown = page(sign_in(Role.ANALYST), "actions:action", world, action.pk)
    assert f"Challenge {challenge.number}" in shown and "Waits for an answer" in shown
    back = page(sign_in(Role.ANALYST), "challenges:challenge", world, challenge.pk)
    assert f'href="{reverse("actions:action", args=[world.own.slug, action.pk])}"' in back


def test_a_past_day_offers_no_challenge(world: World, sign_in: SignIn) -> None:
    action = raise_action(partnership=world.own, what="Send the data", by=None)
    day = (world.today - timedelta(days=1)).isoformat()
    assert "Challenge this" not in page(sign_in(Role.MEMBER), "actions:action", world, action.pk, **{"as-at": day})


def test_a_recommendation_leads_to_a_challenge(world: World, sign_in: SignIn) -> None:
    one = recommendations.record_recommendation(
        partnership=world.own, text="Keep one register.", source_title="Audit", number="2", by=None
    )
    shown = page(sign_in(Role.MEMBER), "recommendations:recommendation", world, one.pk)
    assert raising(world, "recommendations.recommendation", one.pk) in shown


def test_a_decision_leads_to_a_challenge_and_a_restricted_one_does_not(world: World, sign_in: SignIn) -> None:
    board = make_board(partnership=world.own).board
    meeting = meetings.record_meeting(board=board, held_on=date(2026, 6, 3), by=None)
    open_one = meetings.record_decision(meeting=meeting, text="Share the data weekly.", by=None)
    item = meetings.add_agenda_item(meeting=meeting, title="Closed part", is_restricted=True, by=None)
    closed = meetings.record_decision(meeting=meeting, text="Keep it here.", agenda_item=item, by=None)
    shown = page(sign_in(Role.CHAIR), "meetings:meeting", world, meeting.pk)
    assert raising(world, "meetings.decision", open_one.pk) in shown
    assert raising(world, "meetings.decision", closed.pk) not in shown and "Keep it here" in shown
    assert raising(world, "meetings.meeting", meeting.pk) in shown
    challenge = make_challenge(
        world.own, about_what=About(Reference("meetings.decision", open_one.pk), "Decision 1: Share the data")
    )
    back = page(sign_in(Role.MEMBER), "challenges:challenge", world, challenge.pk)
    assert f"{reverse('meetings:meeting', args=[world.own.slug, meeting.pk])}#decisions" in back


def test_a_finding_and_a_theme_lead_to_a_briefing_and_to_the_tracker(world: World, sign_in: SignIn) -> None:
    finding, theme = make_finding(world.own), make_theme()
    add_theme(finding=finding, theme=theme, by=None)
    client, slug = sign_in(Role.PARTNERSHIP_TEAM), world.own.slug
    shown = page(client, "reviews:review", world, finding.review_id)
    write, start = reverse("learning:write", args=[slug]), reverse("learning:start_track", args=[slug])
    assert f"{write}?finding={finding.pk}" in shown and f"{start}?finding={finding.pk}" in shown
    assert "Write a briefing" not in page(sign_in(Role.MEMBER), "reviews:review", world, finding.review_id)
    shown = page(client, "reviews:theme", world, theme.pk)
    assert f"{write}?theme={theme.pk}" in shown and f"{start}?theme={theme.pk}" in shown
    assert "Follow this theme" not in page(sign_in(Role.SCRUTINEER), "reviews:theme", world, theme.pk)


def test_a_priority_says_how_far_it_came_and_who_was_asked(world: World, sign_in: SignIn) -> None:
    priority = make_priority(world.own)
    objective = make_objective(priority)
    action = raise_action(partnership=world.own, what="Draw the map", by=None)
    client = sign_in(Role.MEMBER)
    shown = page(client, "plan:priority", world, priority.pk)
    assert "No action serves it" in shown and "Nobody was asked" in shown and "Words only" in shown
    serve(action=action, objective=objective, by=None)
    learning.record_voice(
        partnership=world.own,
        title="Survey",
        group=Group.YOUNG_PEOPLE,
        method=Method.SURVEY,
        held_on=date(2026, 3, 4),
        priorities=[priority],
        by=None,
    )
    shown = page(client, "plan:priority", world, priority.pk)
    assert "0 of 1 done" in shown and "Asked once" in shown and "Last on 4 March 2026" in shown
    chain = reverse("progress:priority", args=[world.own.slug, priority.pk])
    assert f'href="{chain}"' in shown and "From promise to impact" in shown
    assert reverse("plan:priority", args=[world.own.slug, priority.pk]) in client.get(chain).content.decode()
    assert "0 of 1 done" in page(client, "plan:objective", world, objective.pk)


def test_what_the_region_recommends_is_found_in_the_partnership_s_own_search(world: World, sign_in: SignIn) -> None:
    one = recommendations.issue_recommendation(
        region=world.region,
        to=[world.own],
        on=world.today,
        by=None,
        text="Keep one register of lanterns.",
        source_title="Regional review",
    )
    client = sign_in(Role.MEMBER)
    shown = client.get("/search", {"q": "lanterns"}).content.decode()
    assert reverse("recommendations:recommendation", args=[world.own.slug, one.pk]) in shown
    assert "Nothing that you may read" in sign_in(world.neighbour).get("/search", {"q": "lanterns"}).content.decode()
    recommendations.correct_recommendation(recommendation=one, text="Keep one register of beacons.", by=None)
    assert "1 to 1 of 1" in client.get("/search", {"q": "beacons"}).content.decode()
    issued = one.issued.get()
    recommendations.take_back(issued=issued, on=world.today, because="Issued by mistake", by=None)
    assert "Nothing that you may read" in client.get("/search", {"q": "beacons"}).content.decode()
    recommendations.issue(recommendation=one, partnership=world.own, on=world.today, by=None)
    assert "1 to 1 of 1" in client.get("/search", {"q": "beacons"}).content.decode()


def test_an_administrator_finds_the_law_that_is_kept_for_all(world: World, sign_in: SignIn) -> None:
    client = sign_in(Role.ADMINISTRATOR)
    assert f'href="{reverse("law:kept")}"' in client.get(reverse("accounts:all")).content.decode()
    assert reverse("law:kept") not in page(sign_in(Role.BUSINESS_MANAGER), "actions:list", world)


def test_every_row_that_is_named_in_words_is_a_table_of_the_record() -> None:
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert set(KINDS) <= tables and set(WORTH_TELLING) <= tables
    assert len(set(KINDS.values())) == len(KINDS)


def test_kinds_of_change_are_told_apart_by_their_names() -> None:
    tables = [
        t
        for room in ("actions", "challenges", "learning", "meetings", "plan", "progress", "reminders", "reviews")
        for t in (m._meta.db_table for m in apps.get_app_config(room).get_models())
    ]
    names = [name for _, name in kinds_of_change(tables)]
    assert len(names) == len(set(names)) and "serious incident" in names and "six-monthly review of progress" in names


def test_what_changed_this_week_tells_of_the_new_registers(world: World, sign_in: SignIn) -> None:
    make_priority(world.own)
    make_challenge(world.own)
    shown = page(sign_in(Role.BUSINESS_MANAGER), "workspace:partnership", world)
    assert "what=plan_priority" in shown and "Step of a challenge" in shown
