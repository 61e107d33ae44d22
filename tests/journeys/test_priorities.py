"""Priorities from one period to the next, compared over the region; a required plan until it is accepted."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.foundation.accounts.models import User
from sightline.partnership.plan import commands
from sightline.partnership.plan.models import Plan, Priority
from sightline.partnership.plan.tests.makers import make_format, make_priority
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
Open = Callable[[User, str], Page]


@pytest.fixture
def opened(page: Page, live_server, world: World) -> Open:
    """`opened(user, path)`: the page as that person sees it."""

    def go(user: User, path: str) -> Page:
        page.context.clear_cookies()
        sign_in_browser(page, live_server.url, user)
        page.goto(live_server.url + path)
        return page

    return go


def fill_date(page: Page, legend: str, day: date) -> None:
    group = page.get_by_role("group", name=legend)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part).fill(str(value))


@WIDTHS
def test_a_priority_is_set_mapped_carried_on_and_compared(size: dict, opened: Open, world: World) -> None:
    commands.load_vocabulary(by=None)
    this_year = world.today.year
    page = opened(world.manager, reverse("plan:priorities", args=[world.own.slug]))
    page.set_viewport_size(size)
    page.get_by_text("No priority is in force on this date.").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Set a priority").press("Enter")
    check_accessible(page)
    page.get_by_label("What is the priority?").fill("Keep young people safe from knife crime")
    page.get_by_label("What will be different for children?").fill("Fewer children are hurt, and fewer fear it.")
    fill_date(page, "In force from", date(this_year - 3, 4, 1))
    page.get_by_role("button", name="Set the priority").press("Enter")
    page.get_by_text("Because the words say: knife crime").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Confirm Serious violence and knife crime").press("Enter")
    page.get_by_text("Confirmed: the priority speaks of").wait_for()

    page.get_by_role("button", name="Set an objective").press("Enter")
    page.get_by_label("What is to be reached?").fill("Every school has a named lead")
    page.get_by_role("button", name="Set the objective").press("Enter")
    page.get_by_role("link", name="Every school has a named lead").wait_for()
    page.get_by_role("link", name="Carry on").press("Enter")
    check_accessible(page)
    fill_date(page, "First day of the next period", date(this_year - 1, 4, 1))
    page.get_by_label("What is it called then?").fill("Safe from serious violence")
    page.get_by_label("Carry on the objectives").check()
    page.get_by_role("button", name="Carry it on").press("Enter")
    page.get_by_role("heading", name="Safe from serious violence").wait_for()
    page.get_by_role("link", name="Every school has a named lead").press("Enter")
    page.get_by_role("link", name="Say how it ended").press("Enter")
    page.get_by_label("Met in part").check()
    page.get_by_label("What shows it, or why?").fill("Nine schools in ten, by the survey.")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("Nine schools in ten").wait_for()
    check_accessible(page)

    page.goto(page.url.split("/p/")[0] + reverse("plan:history", args=[world.own.slug]))
    page.get_by_text("Before: Keep young people safe from knife crime").wait_for()
    check_accessible(page)
    assert Priority.objects.get(continues__isnull=False).themes.get().is_confirmed


@WIDTHS
def test_the_region_compares_by_theme_and_reads_the_words(size: dict, opened: Open, world: World) -> None:
    commands.load_vocabulary(by=None)
    make_priority(world.own, "Better help for neglected homes", outcome="Children are fed and warm.")
    make_priority(world.other, "Safe from neglect")
    choose_sharing(partnership=world.own, topic=Topic.PRIORITIES, is_shared=True, by=None)
    page = opened(world.people[Role.REGIONAL_OVERSEER], reverse("plan:region_themes"))
    page.set_viewport_size(size)
    page.get_by_text("1 of 2 partnerships share their priorities").wait_for()
    assert page.get_by_text("Safe from neglect").count() == 0
    check_accessible(page)
    page.locator("tbody a.sl-mark").first.press("Enter")
    page.get_by_text("Children are fed and warm.").wait_for()
    check_accessible(page)
    page.goto(page.url.split("/region/")[0] + reverse("plan:region_changes"))
    page.get_by_text("1 partnership can be compared").wait_for()
    check_accessible(page)


@WIDTHS
def test_a_required_plan_is_submitted_returned_mended_and_accepted(size: dict, opened: Open, world: World) -> None:
    make_format("Safer summer plan", region=world.region, review_months=12)
    choose_sharing(partnership=world.own, topic=Topic.PLANS, is_shared=True, by=None)
    page = opened(world.manager, reverse("plan:plans", args=[world.own.slug]))
    page.set_viewport_size(size)
    page.get_by_role("cell", name="None recorded").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Safer summer plan").press("Enter")
    check_accessible(page)
    page.get_by_role("button", name="Submit a version").press("Enter")
    fill_date(page, "Adopted", world.today)
    check_accessible(page)
    page.get_by_role("button", name="Submit").press("Enter")
    page.get_by_role("group", name="Governance").get_by_label("In the plan").check()
    page.get_by_role("group", name="Local extras").get_by_label("Optional, not used").check()
    check_accessible(page)
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("Waits for a quality review").wait_for()

    overseer = world.people[Role.REGIONAL_OVERSEER]
    _review(opened(overseer, reverse("plan:region_plans")), "Returned for resubmission", "Name who owns each action.")
    first = Plan.objects.get()
    page = opened(world.manager, reverse("plan:plan", args=[world.own.slug, first.pk]))
    page.get_by_text("Name who owns each action.").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Send it in again").press("Enter")
    page.get_by_role("button", name="Submit").press("Enter")
    page.get_by_role("group", name="Actions").get_by_label("In the plan").check()
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("Version 2").first.wait_for()
    _review(opened(overseer, reverse("plan:region_plans")), "Accepted", "Owners are named.")
    assert [one.reviews.get().outcome for one in Plan.objects.order_by("version")] == ["returned", "accepted"]


def _review(page: Page, outcome: str, comments: str) -> None:
    check_accessible(page)
    page.get_by_role("link", name="Waits for a quality review").press("Enter")
    page.get_by_role("button", name="Review its quality").press("Enter")
    check_accessible(page)
    page.get_by_role("group", name="The plan as a whole").get_by_label("Meets it in part").check()
    page.get_by_label("What is good, and what is to be mended?").fill(comments)
    page.get_by_label(outcome, exact=True).check()
    page.get_by_role("button", name="Save the review").press("Enter")
    page.get_by_text(comments).wait_for()
