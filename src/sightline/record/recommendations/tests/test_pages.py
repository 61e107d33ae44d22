from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations import commands
from sightline.record.recommendations.models import Recommendation
from tests.world import World


def make_recommendation(world: World, number: str = "1") -> Recommendation:
    return commands.record_recommendation(
        partnership=world.own,
        number=number,
        text=f"Keep a register of who attends, {number}.",
        source_title="Review of the arrangements",
        made_on=date(2024, 1, 12),
        by=None,
    )


def address(name: str, world: World, **parts) -> str:
    return reverse(f"recommendations:{name}", kwargs={"partnership": world.own.slug, **parts})


def test_the_list_takes_no_more_queries_for_more_recommendations(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    for number in range(36):
        make_recommendation(world, str(number))
    client = sign_in(Role.SCRUTINEER)
    with django_assert_max_num_queries(14):
        page = client.get(address("list", world)).content.decode()
    assert "register of who attends, 35" in page and "No answer yet" in page


def test_an_answer_and_an_action_show_on_the_page(world: World, sign_in) -> None:
    found = make_recommendation(world)
    action = raise_action(partnership=world.own, what="Build the register", by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    day = {"on_day": "1", "on_month": "3", "on_year": "2024"}
    answered = client.post(
        address("respond", world, recommendation=found.pk),
        day | {"answer": "part_accepted", "reason": "From April", "organisation": ""},
    )
    linked = client.post(address("answer_by_action", world, recommendation=found.pk), {"action": action.pk})
    assert (answered.status_code, linked.status_code) == (302, 302)
    page = client.get(address("recommendation", world, recommendation=found.pk)).content.decode()
    assert "Accepted in part" in page and "From April" in page and "Build the register" in page


def test_an_answer_short_of_acceptance_asks_for_its_reason(world: World, sign_in) -> None:
    found = make_recommendation(world)
    day = {"on_day": "1", "on_month": "3", "on_year": "2024"}
    page = sign_in(Role.BUSINESS_MANAGER).post(
        address("respond", world, recommendation=found.pk), day | {"answer": "not_accepted", "reason": ""}
    )
    assert "Say why the recommendation is not accepted in full" in page.content.decode()


def test_a_recommendation_is_recorded_by_hand_in_its_words(world: World, sign_in) -> None:
    data = {"text": "Meet twice a year.", "source_title": "Audit", "number": "2", "addressed_to": ""}
    answer = sign_in(Role.PARTNERSHIP_TEAM).post(address("record", world), data)
    assert answer.status_code == 302
    assert Recommendation.objects.get(number="2").text == "Meet twice a year."


def test_words_that_were_misread_are_corrected(world: World, sign_in) -> None:
    found = make_recommendation(world)
    client = sign_in(Role.BUSINESS_MANAGER)
    given = {"text": "Keep a register of attendance.", "number": "1a"}
    assert client.post(address("correct", world, recommendation=found.pk), given).status_code == 302
    found.refresh_from_db()
    assert (found.text, found.number, found.made_on) == ("Keep a register of attendance.", "1a", date(2024, 1, 12))
    empty = client.post(address("correct", world, recommendation=found.pk), {"text": ""}).content.decode()
    assert "Enter the words of the recommendation" in empty
