from datetime import date
from threading import Event

from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations import commands
from sightline.record.recommendations.domain import Answer
from sightline.record.recommendations.models import Recommendation
from sightline.record.recommendations.queries import alike
from tests.world import World

SAME = "Every subgroup keeps a register of who attends each meeting."


def make_recommendation(world: World, number: str = "1", text: str = "") -> Recommendation:
    return commands.record_recommendation(
        partnership=world.own,
        number=number,
        text=text or f"Keep a register of who attends, {number}.",
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


def test_the_tabs_part_what_waits_from_what_is_done(world: World, sign_in) -> None:
    for number in ("10", "4a", "2", "4"):
        make_recommendation(world, number)
    answered = Recommendation.objects.get(number="2")
    commands.respond(
        recommendation=answered, partnership=world.own, answer=Answer.ACCEPTED, on=date(2024, 3, 1), by=None
    )
    client = sign_in(Role.SCRUTINEER)
    waiting = client.get(address("list", world) + "?show=unanswered").content.decode()
    assert [waiting.index(f"attends, {number}.") for number in ("4", "4a", "10")] == sorted(
        waiting.index(f"attends, {number}.") for number in ("4", "4a", "10")
    )
    assert "attends, 2." not in waiting and "working days over" in waiting
    running = client.get(address("list", world) + "?show=running").content.decode()
    assert "attends, 2." in running and "Nothing done yet" in running
    sheet = client.get(address("list", world) + "?show=unanswered&export=csv").content.decode()
    assert "attends, 4a." in sheet and "attends, 2." not in sheet and "00000004" not in sheet


def test_one_that_is_alike_shows_with_its_words_and_a_person_has_the_last_say(world: World, sign_in) -> None:
    one, other = (make_recommendation(world, number, SAME) for number in ("1", "2"))
    client = sign_in(Role.BUSINESS_MANAGER)
    page = client.get(address("recommendation", world, recommendation=one.pk)).content.decode()
    assert "Nearly the same" in page and '<mark class="sl-same">register</mark>' in page
    assert "2 times in 2024" in client.get(address("repeated", world)).content.decode()
    pair = address("pair", world, recommendation=one.pk, other=other.pk)
    assert "They are marked below" in client.get(pair).content.decode()
    client.post(address("say", world, recommendation=one.pk, other=other.pk), {"said": "not_same"})
    assert "Not the same, said Brenda Marsh" in client.get(pair).content.decode()
    assert "Nothing was asked twice" in client.get(address("repeated", world)).content.decode()
    page = client.get(address("recommendation", world, recommendation=one.pk)).content.decode()
    assert "Nearly the same" not in page


def test_the_pages_of_likeness_take_no_more_queries_for_more(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    for number in range(40):
        make_recommendation(world, str(number), SAME)
    one = Recommendation.objects.first()
    client = sign_in(Role.SCRUTINEER)
    with django_assert_max_num_queries(30):
        page = client.get(address("recommendation", world, recommendation=one.pk)).content.decode()
    assert "31 more are alike" in page
    with django_assert_max_num_queries(18):
        client.get(address("repeated", world))


def test_overseers_see_what_was_asked_again_where_it_is_shared(world: World, sign_in) -> None:
    for partnership in (world.own, world.other):
        commands.record_recommendation(
            partnership=partnership, text="Keep a register of attendance.", source_title="Audit", by=None
        )
    client = sign_in(Role.REGIONAL_OVERSEER)
    choose_sharing(partnership=world.own, topic=Topic.RECOMMENDATIONS, is_shared=True, by=None)
    assert "Nothing was asked twice" in client.get(reverse("recommendations:repeated_in_region")).content.decode()
    choose_sharing(partnership=world.other, topic=Topic.RECOMMENDATIONS, is_shared=True, by=None)
    page = client.get(reverse("recommendations:repeated_in_region")).content.decode()
    assert "The same recommendation 2 times" in page and "Ashvale, Brackenmoor" in page


def test_what_a_person_said_of_one_that_is_no_longer_shared_breaks_no_page(world: World, sign_in) -> None:
    one, other = (
        commands.record_recommendation(partnership=partnership, text=text, source_title="Audit", by=None)
        for partnership, text in ((world.own, "Keep a register of attendance."), (world.other, "Buy a bus."))
    )
    for partnership in (world.own, world.other):
        choose_sharing(partnership=partnership, topic=Topic.RECOMMENDATIONS, is_shared=True, by=None)
    client = sign_in(Role.REGIONAL_OVERSEER)
    client.post(reverse("recommendations:say_in_region", args=[one.pk, other.pk]), {"said": "same"})
    again = reverse("recommendations:repeated_in_region")
    assert "The same recommendation 2 times" in client.get(again).content.decode()
    choose_sharing(partnership=world.other, topic=Topic.RECOMMENDATIONS, is_shared=False, by=None)
    assert "Nothing was asked twice" in client.get(again).content.decode()


def test_while_many_are_compared_the_page_says_so_and_looks_again(world: World, sign_in, monkeypatch) -> None:
    for number in ("1", "2"):
        make_recommendation(world, number, SAME)
    client = sign_in(Role.SCRUTINEER)
    alike.forget_compared()
    go_on = Event()
    found = alike.Compared._find
    monkeypatch.setattr(alike, "AT_ONCE", 1)
    monkeypatch.setattr(alike.Compared, "_find", lambda self: go_on.wait(20) and found(self))
    waiting = client.get(address("repeated", world)).content.decode()
    assert "Sightline is comparing 2 recommendations" in waiting and 'hx-trigger="every 2s"' in waiting
    go_on.set()
    for _ in range(20):
        page = client.get(address("repeated", world)).content.decode()
        if "2 times in 2024" in page:
            break
    assert "2 times in 2024" in page and "hx-trigger" not in page


def test_what_was_asked_again_stands_on_pages_with_those_asked_most_often_first(
    world: World, sign_in, monkeypatch
) -> None:
    monkeypatch.setattr("sightline.record.recommendations.presenters.alike.GROUPS_ON_A_PAGE", 1)
    for number, text in enumerate((SAME, SAME, "Buy a bus for the club.", "Buy a bus for the club.", SAME)):
        make_recommendation(world, str(number), text)
    client = sign_in(Role.SCRUTINEER)
    first = client.get(address("repeated", world)).content.decode()
    assert "recommendation 3 times" in first and "2 were asked more than once" in first and "bus</mark>" not in first
    assert "bus</mark>" in client.get(address("repeated", world) + "?page=2").content.decode()


def test_an_action_is_raised_from_the_page_and_what_was_entered_by_mistake_is_taken_back(world: World, sign_in) -> None:
    one = make_recommendation(world)
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("raise_action", world, recommendation=one.pk), {"what": "Build the register", "owner": ""})
    link = one.answering.get()
    assert link.action.what == "Build the register"
    client.post(address("unlink_action", world, recommendation=one.pk, link=link.pk))
    assert not one.answering.exists()
    assert client.post(address("remove", world, recommendation=one.pk), {"sure": "yes"}).status_code == 302
    assert not Recommendation.objects.exists()
