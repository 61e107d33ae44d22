"""One recommendation to many partnerships: held once, answered by each, seen by whom it concerns."""

from datetime import timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.kernel.verdict import Refused
from sightline.record.actions.commands import close_action
from sightline.record.recommendations import commands, queries
from sightline.record.recommendations.domain import Answer, State
from sightline.record.recommendations.models import Recommendation
from tests.world import World

pytestmark = pytest.mark.django_db
WORDS = {"text": "Keep one register of attendance.", "source_title": "Regional review", "number": "3"}


@pytest.fixture
def issued(world: World) -> Recommendation:
    return commands.issue_recommendation(
        region=world.region, to=[world.own, world.other], on=world.today, by=None, **WORDS
    )


def answer(one: Recommendation, partnership, said: Answer, world: World) -> None:
    commands.respond(
        recommendation=one, partnership=partnership, answer=said, reason="Because of cost", on=world.today, by=None
    )


def test_the_words_stand_once_and_in_each_register(world: World, issued: Recommendation) -> None:
    assert Recommendation.objects.count() == 1
    for partnership in (world.own, world.other):
        assert queries.unanswered(partnership, world.today).get() == issued
    assert not queries.unanswered(world.region, world.today).exists()


def test_each_partnership_answers_on_its_own(world: World, issued: Recommendation) -> None:
    answer(issued, world.own, Answer.ACCEPTED, world)
    assert not queries.unanswered(world.own, world.today).exists()
    assert queries.unanswered(world.other, world.today).get() == issued
    mine = queries.recommendation_in(world.other, issued.pk)
    assert mine is not None and list(mine.responses.all()) == []


def test_it_is_made_only_to_partnerships_of_the_region(world: World) -> None:
    one = commands.record_recommendation(partnership=world.own, by=None, **WORDS)
    with pytest.raises(Refused, match="not overseen"):
        commands.issue(recommendation=one, partnership=world.other, on=world.today, by=None)
    with pytest.raises(Refused, match="Choose the partnerships"):
        commands.issue_recommendation(region=world.region, to=[], on=world.today, by=None, **WORDS)


def test_one_that_was_withdrawn_leaves_the_register_and_keeps_its_past(world: World, issued: Recommendation) -> None:
    tomorrow = world.today + timedelta(days=1)
    answer(issued, world.own, Answer.ACCEPTED, world)
    tie = issued.issued.get(partnership=world.own)
    with pytest.raises(Refused, match="Say why"):
        commands.take_back(issued=tie, on=tomorrow, because=" ", by=None)
    commands.take_back(issued=tie, on=tomorrow, because="Overtaken by law", by=None)
    assert queries.recommendation_in(world.own, issued.pk, tomorrow) is None
    assert queries.recommendation_in(world.own, issued.pk, world.today) is not None
    with pytest.raises(Refused, match="did not have this"):
        commands.respond(recommendation=issued, partnership=world.own, answer=Answer.ACCEPTED, on=tomorrow, by=None)
    commands.issue(recommendation=issued, partnership=world.own, on=tomorrow, by=None)
    assert queries.recommendation_in(world.own, issued.pk, tomorrow) is not None


def test_the_region_sees_answers_always_and_what_was_done_where_it_is_shared(
    world: World, issued: Recommendation, sign_in
) -> None:
    answer(issued, world.own, Answer.PART_ACCEPTED, world)
    action = commands.raise_answering_action(
        recommendation=issued, partnership=world.own, what="Build the register", on=world.today, by=None
    )
    close_action(action=action, on=world.today, note="It is built", by=None)
    client = sign_in(Role.REGIONAL_OVERSEER)
    href = reverse("recommendations:issued", args=[issued.pk])
    page = client.get(href).content.decode()
    assert "Accepted in part" in page and "Because of cost" in page and page.count("Not shared") == 2
    choose_sharing(partnership=world.own, topic=Topic.RECOMMENDATIONS, is_shared=True, by=None)
    page = client.get(href).content.decode()
    assert "Done, no evidence of impact yet" in page and page.count("Not shared") == 1
    assert "Build the register" not in page


def test_a_partnership_sees_the_others_only_where_the_region_lets_it(
    world: World, issued: Recommendation, sign_in
) -> None:
    answer(issued, world.other, Answer.NOT_ACCEPTED, world)
    client = sign_in(Role.BUSINESS_MANAGER)
    href = reverse("recommendations:recommendation", args=[world.own.slug, issued.pk])
    assert "Not accepted" not in client.get(href).content.decode()
    overseer = sign_in(Role.REGIONAL_OVERSEER)
    assert overseer.post(reverse("recommendations:share_answers", args=[issued.pk])).status_code == 302
    page = client.get(href).content.decode()
    assert "Not accepted" in page and "Because of cost" not in page


def test_the_words_of_a_region_are_not_a_partnerships_to_change(world: World, issued: Recommendation, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    for name in ("correct", "remove", "themes", "addressee", "supersede"):
        assert client.get(reverse(f"recommendations:{name}", args=[world.own.slug, issued.pk])).status_code == 404
    assert client.get(reverse("recommendations:respond", args=[world.own.slug, issued.pk])).status_code == 200


def test_the_region_issues_by_its_page_and_adds_and_withdraws(world: World, sign_in) -> None:
    client = sign_in(Role.REGIONAL_OVERSEER)
    refused = client.post(reverse("recommendations:issue"), WORDS).content.decode()
    assert "Choose the partnerships to which it is made" in refused
    made = client.post(reverse("recommendations:issue"), WORDS | {"to": [world.own.pk]})
    one = Recommendation.objects.get()
    assert made["Location"] == reverse("recommendations:issued", args=[one.pk])
    client.post(reverse("recommendations:issue_to_more", args=[one.pk]), {"to": [world.other.pk]})
    tie = one.issued.get(partnership=world.other)
    client.post(reverse("recommendations:take_back", args=[one.pk, tie.pk]), {"because": "Not for them"})
    page = client.get(reverse("recommendations:issued", args=[one.pk])).content.decode()
    assert "Withdrawn" in page and "Not for them" in page
    listed = client.get(reverse("recommendations:regional")).content.decode()
    assert WORDS["text"] in listed


def test_what_a_region_gave_on_is_not_its_own_to_answer(world: World, issued: Recommendation) -> None:
    found = list(queries.recommendations_of(world.region, world.today))
    assert queries.states_of(found, world.region, world.today) == {issued.pk: State.GIVEN_ON}
