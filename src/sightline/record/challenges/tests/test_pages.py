from datetime import timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import appoint, create_post, link_account, record_person
from sightline.record.challenges import commands
from sightline.record.challenges.domain import Outcome
from sightline.record.challenges.models import Challenge, Policy
from tests.world import STARTED, World

from .build import body, make_challenge


def address(name: str, world: World, **parts) -> str:
    return reverse(f"challenges:{name}", kwargs={"partnership": world.own.slug, **parts})


def given(day) -> dict[str, str]:
    return {"on_day": str(day.day), "on_month": str(day.month), "on_year": str(day.year)}


def settle(challenge: Challenge, world: World) -> None:
    commands.resolve_challenge(
        challenge=challenge, outcome=Outcome.PARTLY, what_changed="A deputy comes", on=world.today, by=None
    )


def speak_for(world: World, agency: str) -> None:
    person = record_person(partnership=world.own, name="Milo Fenwick", by=None)
    link_account(person=person, account=world.people[Role.MEMBER], by=None)
    post = create_post(
        partnership=world.own,
        organisation=body(world.own, agency),
        title="Head of Service",
        started_on=STARTED,
        by=None,
    )
    appoint(person=person, post=post, started_on=STARTED, by=None)


@pytest.mark.parametrize("show", ["open", "closed", "all", "log"])
def test_each_list_is_there_empty_and_can_be_taken_away(world: World, sign_in, show: str) -> None:
    client = sign_in(Role.MEMBER)
    page = client.get(address("list", world), {"show": show}).content.decode()
    assert page.count("<h1") == 1 and "sl-empty" in page
    make_challenge(world.own, on=world.today)
    answer = client.get(address("list", world), {"show": show, "export": "csv"})
    assert answer["Content-Type"].startswith("text/csv")


def test_the_register_says_what_is_beyond_its_stage_and_the_log_says_no_words(world: World, sign_in) -> None:
    challenge = make_challenge(world.own, on=world.today - timedelta(days=20), about="The data never came")
    client = sign_in(Role.SCRUTINEER)
    page = client.get(address("list", world)).content.decode()
    assert "Beyond its stage" in page and "The data never came" in page
    commands.move_up(challenge=challenge, why="Silence", on=world.today, by=None)
    log = client.get(address("list", world), {"show": "log"}).content.decode()
    assert "Ashvale Council and Ashvale Police" in log and "Between their managers" in log
    assert "The data never came" not in log


def test_queries_do_not_grow_with_challenges(world: World, sign_in, django_assert_max_num_queries) -> None:
    for _ in range(12):
        make_challenge(world.own, on=world.today)
    client = sign_in(Role.MEMBER)
    for name in ("list", "summary"):
        with django_assert_max_num_queries(14):
            client.get(address(name, world))


def test_another_partnerships_challenge_is_not_found(world: World, sign_in) -> None:
    theirs = make_challenge(world.other, on=world.today)
    assert sign_in(Role.MEMBER).get(address("challenge", world, challenge=theirs.pk)).status_code == 404


def test_before_it_was_raised_it_is_not_found(world: World, sign_in) -> None:
    challenge = make_challenge(world.own, on=world.today)
    earlier = {"as-at": (world.today - timedelta(days=1)).isoformat()}
    assert sign_in(Role.MEMBER).get(address("challenge", world, challenge=challenge.pk), earlier).status_code == 404


def test_a_manager_raises_a_challenge_on_the_page(world: World, sign_in) -> None:
    council, police = body(world.own, "Ashvale Council"), body(world.own, "Ashvale Police")
    data = {
        "raised_by": f"organisation:{council.pk}",
        "challenged": f"organisation:{police.pk}",
        "kind": "attendance",
        "about": "Nobody came to three meetings",
        "reference": "meetings.decision:3",
        "reference_label": "Decision 3 of the Executive",
        "raised_on_day": str(world.today.day),
        "raised_on_month": str(world.today.month),
        "raised_on_year": str(world.today.year),
    }
    client = sign_in(Role.BUSINESS_MANAGER)
    answer = client.post(address("raise", world), data)
    challenge = Challenge.objects.get()
    assert answer.status_code == 302 and challenge.about_id == 3
    page = client.get(answer["Location"]).content.decode()
    assert page.count("<h1") == 1 and "Decision 3 of the Executive" in page and "Not told yet" in page
    refused = client.post(address("raise", world), data | {"about": "The plan for Child J"}).content.decode()
    assert "This looks like a case" in refused and "There is a problem" in refused and "Child J" in refused


def test_a_member_raises_only_for_an_agency_of_theirs(world: World, sign_in) -> None:
    council, police = body(world.own, "Ashvale Council"), body(world.own, "Ashvale Police")
    client = sign_in(Role.MEMBER)
    assert "not linked to a post" in client.get(address("raise", world)).content.decode()
    speak_for(world, "Ashvale Council")
    page = client.get(address("raise", world)).content.decode()
    raised_by = page.split('name="raised_by"')[1].split("</select>")[0]
    assert f"organisation:{council.pk}" in raised_by and f"organisation:{police.pk}" not in raised_by
    assert "not linked to a post" not in page


def test_who_is_challenged_answers_and_who_raised_it_moves_it_up(world: World, sign_in) -> None:
    speak_for(world, "Ashvale Police")
    challenge = make_challenge(world.own, on=world.today)
    client = sign_in(Role.MEMBER)
    page = client.get(address("challenge", world, challenge=challenge.pk)).content.decode()
    assert address("answer", world, challenge=challenge.pk) in page
    assert address("move_up", world, challenge=challenge.pk) not in page
    data = {"words": "A deputy is named"} | given(world.today)
    assert client.post(address("answer", world, challenge=challenge.pk), data).status_code == 302
    refused = client.post(address("move_up", world, challenge=challenge.pk), data).content.decode()
    assert "The agency that raised the challenge" in refused


def test_a_member_of_neither_does_not_answer(world: World, sign_in) -> None:
    speak_for(world, "Ashvale Trust")
    challenge = make_challenge(world.own, on=world.today)
    data = {"words": "It is so"} | given(world.today)
    answer = sign_in(Role.MEMBER).post(address("answer", world, challenge=challenge.pk), data)
    assert "Whoever is challenged answers" in answer.content.decode()


def test_every_deed_of_the_team_has_its_page(world: World, sign_in) -> None:
    challenge, on = make_challenge(world.own, on=world.today), given(world.today)
    client = sign_in(Role.PARTNERSHIP_TEAM)
    deeds = {
        "correct": {"kind": "data", "about": "The data never came"},
        "inform": {"words": ""} | on,
        "move_up": {"words": "No answer"} | on,
        "answer": {"words": "It will come"} | on,
        "resolve": {"outcome": "upheld", "what_changed": "It came"} | on,
        "close": {"learning": "Ask earlier"} | on,
        "reopen": {"words": "It stopped again"} | on,
    }
    for name, data in deeds.items():
        here = address(name, world, challenge=challenge.pk)
        assert client.get(here).content.decode().count("<h1") == 1
        assert client.post(here, data).status_code == 302, name
    page = client.get(address("challenge", world, challenge=challenge.pk)).content.decode()
    assert "It stopped again" in page and "Opened again" in page and page.count('aria-current="step"') == 1
    refused = client.post(address("remove", world, challenge=challenge.pk)).content.decode()
    assert "Settle it as withdrawn" in refused
    other = make_challenge(world.own, on=world.today)
    assert client.post(address("remove", world, challenge=other.pk)).status_code == 302


def test_a_day_to_come_is_refused_in_words(world: World, sign_in) -> None:
    challenge = make_challenge(world.own, on=world.today)
    data = {"words": "It will come"} | given(world.today + timedelta(days=3))
    page = sign_in(Role.PARTNERSHIP_TEAM).post(address("answer", world, challenge=challenge.pk), data)
    assert "still to come" in page.content.decode()


def test_the_year_in_numbers_counts_by_agency_and_says_when_nothing_was_raised(world: World, sign_in) -> None:
    client = sign_in(Role.SCRUTINEER)
    assert "No challenge was raised" in client.get(address("summary", world)).content.decode()
    settle(make_challenge(world.own, on=world.today), world)
    make_challenge(world.own, on=world.today)
    page = client.get(address("summary", world)).content.decode()
    assert "2 raised, 1 settled, 1 not settled yet" in page and page.count("<svg") >= 2
    rows = client.get(address("summary", world), {"export": "csv"}).content.decode("utf-8-sig").splitlines()
    assert [row.split(",")[:4] for row in rows[1:]] == [
        ["Ashvale Police", "0", "2", "1"],
        ["Ashvale Council", "2", "0", "0"],
    ]
    assert client.get(address("summary", world), {"year": "1066-67"}).status_code == 404


def test_stages_are_shown_as_unverified_until_the_partnership_sets_its_own(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    assert "not verified" in client.get(address("stages", world)).content.decode()
    data = {"name": "Escalation policy", "stages": "Managers | informal | 5\nExecutive | formal"}
    assert client.post(address("set_stages", world), data).status_code == 302
    page = client.get(address("stages", world)).content.decode()
    assert "not verified" not in page and "Executive" in page and "No limit set" in page
    wrong = client.post(address("set_stages", world), data | {"stages": "Managers"}).content.decode()
    assert "Line 1" in wrong and Policy.objects.get().stages.count() == 2
