"""The day by keyboard alone, with the network lost for a moment, and minutes that two people write at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route

from sightline.foundation.accounts.domain import Role
from sightline.record.meetings import commands, queries
from sightline.record.meetings.models import Attendance, Meeting
from sightline.record.meetings.tests.build import SmallBoard, add_deputy, make_board
from tests.browser import PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def small(world: World) -> SmallBoard:
    small = make_board(partnership=world.own)
    for agency, person in (("Council", "Ann Ashe"), ("Police", "Ben Birch"), ("Health", "Cy Cole")):
        small.add_seat(agency, person)
    add_deputy(small, "Police", "Dee Dale")
    return small


@pytest.fixture
def meeting(small: SmallBoard, world: World) -> Meeting:
    meeting = commands.plan_meeting(board=small.board, held_on=world.today, by=None)
    commands.build_agenda(meeting=meeting, by=None)
    return meeting


def open_page(page: Page, server: str, world: World, meeting: Meeting, name: str, role: Role) -> None:
    sign_in_browser(page, server, world.people[role])
    page.goto(server + reverse(f"meetings:{name}", kwargs={"partnership": world.own.slug, "meeting": meeting.pk}))


def statuses(meeting: Meeting) -> dict[str, str]:
    return dict(Attendance.objects.filter(meeting=meeting).values_list("organisation__name", "status"))


def test_a_meeting_is_recorded_with_keys_alone(page: Page, live_server, world, small, meeting) -> None:
    open_page(page, live_server.url, world, meeting, "day", Role.BUSINESS_MANAGER)
    check_accessible(page)
    page.locator("[data-line] input").first.focus()
    page.keyboard.press("p")
    page.keyboard.press("d")
    page.keyboard.press("ArrowDown")  # the deputy's list is in focus: its first name
    page.keyboard.press("Enter")
    page.keyboard.press("a")
    page.get_by_text("All saved").wait_for()
    assert statuses(meeting) == {"Council": "present", "Police": "deputy", "Health": "apologies"}
    assert Attendance.objects.get(status="deputy").person.name == "Dee Dale"
    page.keyboard.press("n")
    page.keyboard.type("Agreed to meet monthly")
    page.keyboard.press("Control+Enter")
    page.get_by_text("The decision is recorded.").wait_for()
    page.keyboard.press("t")
    page.keyboard.type("Book the rooms")
    page.keyboard.press("Control+Enter")
    page.get_by_text("The action is recorded.").wait_for()
    assert meeting.decisions.get().number == "D1"
    assert [link.action.what for link in queries.action_links_of(meeting)] == ["Book the rooms"]
    page.set_viewport_size(PHONE)
    check_accessible(page)


def test_a_minute_without_a_network_loses_no_mark(page: Page, live_server, world, small, meeting) -> None:
    open_page(page, live_server.url, world, meeting, "day", Role.BUSINESS_MANAGER)

    def lost(route: Route) -> None:
        """What a captive network answers: a page of its own."""
        route.fulfill(status=200, content_type="text/html", body="not an answer")

    page.route("**/day/mark", lost)
    page.locator("[data-line] input").first.focus()
    for key in ("p", "x", "u"):
        page.keyboard.press(key)
    page.get_by_text("not saved yet").wait_for()
    assert statuses(meeting) == {}
    page.unroute("**/day/mark", lost)
    page.reload()  # even when the page is closed and opened again
    page.get_by_text("All saved").wait_for()
    assert statuses(meeting) == {"Council": "present", "Police": "absent", "Health": "unknown"}


def test_two_people_write_the_minutes_and_lose_nothing(page: Page, browser, live_server, world, meeting) -> None:
    open_page(page, live_server.url, world, meeting, "write", Role.BUSINESS_MANAGER)
    page.locator("#text").fill("The manager began.")
    page.get_by_text("Saved", exact=True).wait_for()
    context = browser.new_context()
    other = context.new_page()
    open_page(other, live_server.url, world, meeting, "write", Role.PARTNERSHIP_TEAM)
    other.locator("#text").fill("The team went on.")
    other.get_by_text("Saved", exact=True).wait_for()
    page.locator("#text").press_sequentially(" And more.")
    page.get_by_text("Two people changed these minutes").wait_for()
    assert page.locator("#theirs-text").inner_text().strip() == "The team went on."
    assert page.locator("#text").input_value() == "The manager began. And more."
    check_accessible(page)
    page.locator("#text").fill("The manager began. The team went on. And more.")
    page.get_by_role("button", name="Save and read").click()
    page.get_by_text("The draft is saved.").wait_for()
    assert queries.draft_of(meeting).text == "The manager began. The team went on. And more."
    context.close()


def test_the_agenda_moves_by_keys(page: Page, live_server, world, small, meeting) -> None:
    open_page(page, live_server.url, world, meeting, "agenda", Role.PARTNERSHIP_TEAM)
    check_accessible(page)
    second = queries.agenda_of(meeting)[1]
    page.locator(f"#item-{second.pk} a").focus()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert queries.agenda_of(meeting)[0] == second
    page.keyboard.press("n")
    page.keyboard.type("Winter pressures")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert queries.agenda_of(meeting).last().title == "Winter pressures"


def test_the_attendance_of_a_board_is_accessible_on_desk_and_phone(page: Page, live_server, world, small) -> None:
    for weeks in (8, 4):
        held = commands.record_meeting(board=small.board, held_on=world.today - timedelta(weeks=weeks), by=None)
        commands.record_attendance(
            meeting=held, seat=small.seats["Council"], person=small.people["Ann Ashe"], status="present", by=None
        )
    sign_in_browser(page, live_server.url, world.people[Role.CHAIR])
    address = {"partnership": world.own.slug, "board": small.board.pk}
    page.goto(live_server.url + reverse("meetings:attendance", kwargs=address))
    check_accessible(page)
    page.set_viewport_size(PHONE)
    check_accessible(page)
