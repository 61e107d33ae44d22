"""A recommendation is recorded, answered in part, acted on, and known again; a region's is answered by each on its own."""

from threading import Event

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.record.recommendations.commands import record_recommendation
from sightline.record.recommendations.models import Recommendation
from sightline.record.recommendations.queries import alike
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WORDS = "Every subgroup keeps a register of who attends each meeting."


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_recommendation_is_answered_in_part_acted_on_and_known_again(
    size: dict, page: Page, live_server, world: World
) -> None:
    record_recommendation(
        partnership=world.own,
        text="Each subgroup should keep a register of those who attended its meetings.",
        source_title="Scrutiny of last year",
        source_kind="scrutiny",
        number="3",
        by=None,
    )
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She records it in its exact words.
    page.goto(live_server.url + reverse("recommendations:list", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_role("button", name="Record a recommendation").press("Enter")
    check_accessible(page)
    page.get_by_label("The recommendation, in its exact words").fill(WORDS)
    page.get_by_label("Number").fill("4a")
    page.get_by_label("Who made it?").fill("Case audit of this year")
    page.get_by_label("What kind of work made it?").select_option("case_audit")
    page.get_by_role("button", name="Record it").press("Enter")
    page.get_by_role("heading", level=1, name="Recommendation 4a").wait_for()

    # It was asked before: she sees where, and why Sightline thinks so.
    page.get_by_role("link", name="Recommendation 3", exact=True).wait_for()
    assert page.locator("mark", has_text="register").count() == 1
    check_accessible(page)

    # It is accepted in part, and the reason is asked for.
    page.get_by_role("button", name="Answer it").press("Enter")
    page.get_by_label("Accepted in part").check()
    page.get_by_role("button", name="Save the answer").press("Enter")
    page.get_by_role("link", name="Say why the recommendation is not accepted in full").wait_for()
    check_accessible(page)
    page.get_by_label("Why, and what follows from it").fill("From April, for boards that meet monthly")
    page.get_by_role("button", name="Save the answer").press("Enter")
    page.get_by_text("From April, for boards that meet monthly").first.wait_for()

    # An action is raised from it, on one page.
    page.get_by_role("button", name="Raise an action").press("Enter")
    check_accessible(page)
    page.get_by_label("What is to be done?").fill("Put the register into the minutes")
    page.get_by_role("button", name="Raise the action").press("Enter")
    page.get_by_role("link", name="Put the register into the minutes").wait_for()
    page.get_by_text("Action linked").wait_for()
    check_accessible(page)

    # She looks at both side by side and keeps her word of them.
    page.get_by_role("link", name="Compare").first.press("Enter")
    page.get_by_role("heading", level=1, name="Two recommendations compared").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="The same", exact=True).press("Enter")
    page.get_by_text("The same, said Brenda Marsh").wait_for()
    page.goto(live_server.url + reverse("recommendations:repeated", args=[world.own.slug]))
    page.get_by_role("heading", name="The same recommendation 2 times").wait_for()
    check_accessible(page)


def test_a_region_asks_once_and_two_partnerships_answer_differently(page: Page, live_server, world: World) -> None:
    sign_in_browser(page, live_server.url, world.people[Role.REGIONAL_OVERSEER])
    page.goto(live_server.url + reverse("recommendations:regional"))
    check_accessible(page)
    page.get_by_role("button", name="Issue a recommendation").press("Enter")
    page.get_by_label("The recommendation, in its exact words").fill(WORDS)
    page.get_by_label("Which work made it?").fill("Regional review")
    for partnership in (world.own, world.other):
        page.get_by_label(partnership.name).check()
    check_accessible(page)
    page.get_by_role("button", name="Issue it").press("Enter")
    page.get_by_role("heading", name="Change it").wait_for()
    one = Recommendation.objects.get()

    for partnership, user, answer in (
        (world.own, world.manager, "Accepted"),
        (world.other, world.neighbour, "Not accepted"),
    ):
        page.context.clear_cookies()
        sign_in_browser(page, live_server.url, user)
        page.goto(live_server.url + reverse("recommendations:list", args=[partnership.slug]) + "?show=unanswered")
        page.get_by_role("link", name=WORDS).press("Enter")
        page.get_by_role("button", name="Answer it").press("Enter")
        page.get_by_label(answer, exact=True).check()
        page.get_by_label("Why, and what follows from it").fill(f"So says {partnership.short_name}")
        page.get_by_role("button", name="Save the answer").press("Enter")
        page.get_by_text(f"So says {partnership.short_name}").first.wait_for()
        check_accessible(page)

    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.REGIONAL_OVERSEER])
    page.goto(live_server.url + reverse("recommendations:issued", args=[one.pk]))
    for words in ("So says Ashvale", "So says Brackenmoor", "Not shared"):
        page.get_by_text(words).first.wait_for()
    check_accessible(page)


def test_while_a_regions_recommendations_are_compared_the_page_waits_and_then_shows_them_by_itself(
    page: Page, live_server, world: World, monkeypatch
) -> None:
    for number in ("1", "2", "3"):
        for text in (WORDS, "Publish what each audit found."):
            record_recommendation(partnership=world.own, number=number, text=text, source_title="Audit", by=None)
    alike.forget_compared()
    go_on, found = Event(), alike.Compared._find
    monkeypatch.setattr(alike, "AT_ONCE", 1)
    monkeypatch.setattr(alike.Compared, "_find", lambda self: go_on.wait(20) and found(self))
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("recommendations:repeated", args=[world.own.slug]))
    page.get_by_text("Sightline is comparing 6 recommendations").wait_for()
    check_accessible(page)
    go_on.set()
    page.get_by_role("heading", name="The same recommendation 3 times").first.wait_for()
    check_accessible(page)
