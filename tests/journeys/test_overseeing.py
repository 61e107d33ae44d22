"""Stories 6 to 10: the structure as at a day, findings, the region, a scrutineer, home and search. On a desk and a phone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from sightline.foundation.accounts.commands import choose_sharing, give_role
from sightline.foundation.accounts.domain import Role, Topic
from sightline.foundation.accounts.models import User
from sightline.oversight.gaps.tests.makers import run_rules
from sightline.partnership.governance.commands import end_board
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.governance.tests.makers import make_board
from sightline.record.actions.commands import raise_action
from sightline.record.meetings.commands import plan_meeting
from sightline.record.meetings.tests.build import SmallBoard
from sightline.record.meetings.tests.build import make_board as make_small_board
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


@pytest.fixture
def leadership(world: World) -> SmallBoard:
    small = make_small_board(partnership=world.own, name="Leadership Group")
    small.add_seat("Police", "Ben Birch")
    return small


@WIDTHS
def test_anyone_sees_the_structure_as_at_a_day(size, opened: Open, world: World, leadership: SmallBoard) -> None:
    closed = make_board(world.own, "Transitions Panel", kind=BoardKind.PANEL)
    end_board(board=closed, on=world.today - timedelta(days=100), by=None)
    page = opened(world.people[Role.MEMBER], f"/p/{world.own.slug}/structure")
    page.set_viewport_size(size)
    page.get_by_role("heading", name="Boards and structure").wait_for()
    assert page.get_by_role("link", name="Leadership Group").count() >= 2  # in the diagram and in the list under it
    assert page.get_by_role("link", name="Transitions Panel").count() == 0
    check_accessible(page)
    _see_as_at(page, world.today - timedelta(days=200))
    assert page.get_by_role("link", name="Transitions Panel").count() >= 1
    check_accessible(page)
    page.get_by_role("button", name="Return to today").first.press("Enter")
    page.wait_for_load_state()
    assert page.get_by_role("link", name="Transitions Panel").count() == 0


def _see_as_at(page: Page, on: date) -> None:
    page.locator(".sl-scope details summary").press("Enter")
    page.locator("#sl-as-at").fill(on.isoformat())
    page.keyboard.press("Enter")
    page.get_by_text("You are seeing the record as at").wait_for()


@WIDTHS
def test_a_finding_is_read_set_aside_and_disappears_when_mended(
    size, opened: Open, world: World, leadership: SmallBoard
) -> None:
    page = opened(world.manager, f"/p/{world.own.slug}/findings/")
    page.set_viewport_size(size)
    page.get_by_role("button", name="Run the rules now").press("Enter")
    page.get_by_text("The rules have run.").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Leadership Group has no approved terms of reference in force.").press("Enter")
    page.get_by_text("How it closes").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Set it aside").press("Enter")
    page.get_by_label("Why does this not need acting on?").fill("New terms go to the board in spring.")
    until = world.today + timedelta(days=60)
    for part, value in (("Day", until.day), ("Month", until.month), ("Year", until.year)):
        page.get_by_label(part, exact=True).fill(str(value))
    page.get_by_role("button", name="Set it aside").press("Enter")
    page.get_by_text("New terms go to the board in spring.").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Bring it back").press("Enter")
    page.get_by_text("The finding is back").wait_for()

    end_board(board=leadership.board, on=world.today, by=None)
    run_rules(world.own, world.today)
    page.reload()
    page.get_by_text("This was mended").wait_for()


@WIDTHS
def test_an_overseer_sees_partnerships_side_by_side_and_only_what_they_share(
    size, opened: Open, world: World, leadership: SmallBoard
) -> None:
    run_rules(world.own, world.today)
    make_board(world.other, "Quiet Group")
    run_rules(world.other, world.today)
    for topic in (Topic.BOARDS, Topic.FINDINGS):
        choose_sharing(partnership=world.own, topic=topic, is_shared=True, by=None)
    page = opened(world.people[Role.REGIONAL_OVERSEER], "/region/")
    page.set_viewport_size(size)
    page.get_by_text(world.other.name).wait_for()
    assert page.get_by_text("Not shared").count() > 0
    check_accessible(page)
    for link, heading in (
        ("Attendance", "Attendance by agency"),
        ("Documents", "Faults in documents"),
        ("Findings", "Findings by rule"),
    ):
        row = page.get_by_role("navigation", name="The region")
        row.get_by_role("link", name=link, exact=True).press("Enter")
        page.get_by_role("heading", name=heading).first.wait_for()
        check_accessible(page)
    assert page.get_by_role("columnheader", name=world.other.short_name).count() == 0
    page.goto(page.url.replace("findings", f"{world.own.slug}/findings"))
    page.get_by_text("Leadership Group has no approved terms").wait_for()


@WIDTHS
def test_a_scrutineer_reads_everything_as_at_a_day_and_writes_nothing(
    size, opened: Open, world: World, leadership: SmallBoard
) -> None:
    raise_action(
        partnership=world.own, what="Write to every school", raised_on=world.today - timedelta(days=40), by=None
    )
    scrutineer = world.people[Role.SCRUTINEER]
    page = opened(scrutineer, f"/p/{world.own.slug}/actions/")
    page.set_viewport_size(size)
    page.get_by_role("link", name="Write to every school").wait_for()
    for place in (
        "boards",
        "meetings/",
        "attendance/",
        "recommendations/",
        "findings/",
        "documents/",
        "people",
        "changes",
    ):
        page.goto(page.url.split("/p/")[0] + f"/p/{world.own.slug}/{place}")
        page.get_by_role("heading", level=1).wait_for()
        writing = [
            b for b in page.get_by_role("button").all_inner_texts() if b.startswith(("Add", "Plan", "Raise", "Record"))
        ]
        assert writing == [], (place, writing)
    page.goto(page.url.split("/p/")[0] + f"/p/{world.own.slug}/actions/")
    _see_as_at(page, world.today - timedelta(days=60))
    assert page.get_by_role("link", name="Write to every school").count() == 0
    check_accessible(page)


@WIDTHS
def test_home_says_what_needs_a_person_and_search_finds_it(
    size, opened: Open, world: World, leadership: SmallBoard
) -> None:
    plan_meeting(board=leadership.board, held_on=world.today + timedelta(days=9), by=None)
    raise_action(partnership=world.own, what="Publish the lantern protocol", by=None)
    page = opened(world.manager, "/")
    page.set_viewport_size(size)
    page.get_by_role("heading", name="What needs you").wait_for()
    page.get_by_text("In 9 days").wait_for()
    check_accessible(page)
    page.get_by_role("searchbox").first.fill("lantern")
    page.keyboard.press("Enter")
    assert page.locator("mark").first.inner_text() == "lantern"
    check_accessible(page)
    page.get_by_role("link", name="Publish the lantern protocol").press("Enter")
    page.get_by_role("heading", name="Publish the lantern protocol").wait_for()


def test_someone_with_two_places_chooses(opened: Open, world: World) -> None:
    scrutineer = world.people[Role.SCRUTINEER]
    give_role(user=scrutineer, role=Role.SCRUTINEER, partnership=world.other, starts_on=world.today, by=None)
    page = opened(scrutineer, "/")
    page.get_by_role("link", name=world.other.name).press("Enter")
    page.get_by_role("heading", name=world.other.name).wait_for()
    check_accessible(page)
