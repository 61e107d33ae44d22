from datetime import timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import link_account, record_organisation, record_person
from sightline.record.actions import commands
from sightline.record.actions.commands import Owner
from sightline.record.actions.models import Action
from tests.world import World


def make_action(world: World, what: str = "Write the protocol", **kwargs) -> Action:
    return commands.raise_action(partnership=world.own, what=what, raised_on=world.today, by=None, **kwargs)


def address(name: str, world: World, **parts) -> str:
    return reverse(f"actions:{name}", kwargs={"partnership": world.own.slug, **parts})


def test_the_list_shows_open_actions_and_says_which_are_overdue(world: World, sign_in) -> None:
    make_action(world, due_on=world.today - timedelta(days=1))
    done = make_action(world, "Read the protocol")
    commands.close_action(action=done, on=world.today, note="Read", by=None)
    page = sign_in(Role.MEMBER).get(address("list", world)).content.decode()
    assert "Write the protocol" in page and "Overdue" in page and "Read the protocol" not in page


def test_the_list_takes_no_more_queries_for_more_actions(world: World, sign_in, django_assert_max_num_queries) -> None:
    body = record_organisation(partnership=world.own, name="Ashvale Council", by=None)
    for number in range(12):
        make_action(world, f"Task {number}", leads=[Owner(organisation=body)])
    client = sign_in(Role.MEMBER)
    with django_assert_max_num_queries(14):
        client.get(address("list", world))


def test_the_list_can_be_narrowed_by_when_actions_are_due(world: World, sign_in) -> None:
    for days, what in ((-1, "Late"), (20, "Soon"), (60, "Far"), (None, "Undated")):
        due_on = world.today + timedelta(days=days) if days is not None else None
        make_action(world, what, due_on=due_on)
    client = sign_in(Role.MEMBER)
    for when, what in (("Before today", "Late"), ("In the next 30 days", "Soon"), ("No date", "Undated")):
        page = client.get(address("list", world), {"when": when, "export": "csv"}).content.decode("utf-8-sig")
        assert [line.split(",")[1] for line in page.splitlines()[1:]] == [what]


@pytest.mark.parametrize("show", ["open", "overdue", "mine", "closed", "all"])
def test_each_list_can_be_taken_away(world: World, sign_in, show: str) -> None:
    make_action(world)
    answer = sign_in(Role.MEMBER).get(address("list", world), {"show": show, "export": "csv"})
    assert answer["Content-Type"].startswith("text/csv")


def test_a_manager_raises_an_action_with_an_owner_and_a_date(world: World, sign_in) -> None:
    body = record_organisation(partnership=world.own, name="Ashvale Police", by=None)
    data = {"what": "Visit", "owner": f"organisation:{body.pk}", "due_on_day": "1", "due_on_month": "4"}
    answer = sign_in(Role.BUSINESS_MANAGER).post(address("raise", world), data | {"due_on_year": "2030"})
    action = Action.objects.get(what="Visit")
    assert answer.status_code == 302 and action.due_on.year == 2030
    assert action.parties.get().organisation == body


def test_a_form_keeps_what_was_typed_and_names_the_error(world: World, sign_in) -> None:
    data = {"what": "", "due_on_day": "31", "due_on_month": "2", "due_on_year": "2030"}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("raise", world), data).content.decode()
    assert "Say what is to be done" in page and "Enter a real date" in page and 'value="31"' in page


def test_a_member_notes_progress_on_their_own_action_only(world: World, sign_in) -> None:
    person = record_person(partnership=world.own, name="Milo Fenwick", by=None)
    link_account(person=person, account=world.people[Role.MEMBER], by=None)
    mine = make_action(world, "Mine", leads=[Owner(person=person)])
    other = make_action(world, "Other")
    client = sign_in(Role.MEMBER)
    data = {"note": "Half way", "status": "in_progress"}
    assert client.post(address("progress", world, action=mine.pk), data).status_code == 302
    refused = client.post(address("progress", world, action=other.pk), data)
    assert "This action is not yours" in refused.content.decode()
    assert mine.progress.count() == 1 and other.progress.count() == 0


def test_every_deed_on_an_action_has_its_page(world: World, sign_in) -> None:
    client, action = sign_in(Role.BUSINESS_MANAGER), make_action(world)
    deeds = {
        "due": {"why": "Late", "due_on_day": "1", "due_on_month": "4", "due_on_year": "2031"},
        "wording": {"what": "Better words", "number": "7", "owner_as_written": ""},
        "close": {"note": "Done"},
        "reopen": {"note": "Not sent"},
        "withdraw": {"note": "Overtaken"},
    }
    for name, data in deeds.items():
        assert client.post(address(name, world, action=action.pk), data).status_code == 302, name
    action.refresh_from_db()
    assert (action.what, action.status) == ("Better words", "withdrawn")
    page = client.get(address("action", world, action=action.pk)).content.decode()
    assert page.count("<h1") == 1 and "Not sent" in page
