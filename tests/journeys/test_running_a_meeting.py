"""Story 4: she runs a meeting by hand. Story 5: a chair opens attendance. Each on a desk and at the width of a phone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.record.meetings import commands
from sightline.record.meetings.models import Meeting, Minutes
from sightline.record.meetings.tests.build import SmallBoard, add_deputy, give_terms, make_board
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WIDTHS = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])


@pytest.fixture
def small(world: World) -> SmallBoard:
    small = make_board(partnership=world.own, name="Leadership Group")
    for agency, person in (("Council", "Ann Ashe"), ("Police", "Ben Birch"), ("Health", "Cy Cole")):
        small.add_seat(agency, person)
    add_deputy(small, "Police", "Dee Dale")
    give_terms(small, meetings_per_year=4, standing_items=("Welcome", "Risk register", "Any other business"))
    return small


def at(server: str, world: World, name: str, **parts: int) -> str:
    return server + reverse(f"meetings:{name}", kwargs={"partnership": world.own.slug, **parts})


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@WIDTHS
def test_she_runs_a_meeting_by_hand(size: dict, page: Page, live_server, world: World, small: SmallBoard) -> None:
    server = live_server.url
    page.set_viewport_size(size)
    sign_in_browser(page, server, world.manager)

    # Planned, with the standing items of the terms; the agenda goes out as Word and as PDF.
    meeting = _planned_today(page, server, world)
    assert page.locator(".meeting-agenda li").all_inner_texts() == ["Welcome", "Risk register", "Any other business"]
    for form in ("docx", "pdf"):
        assert page.request.get(f"{at(server, world, 'meeting', meeting=meeting.pk)}agenda.{form}").ok
    check_accessible(page)

    # On the day: a letter for each seat, a decision and an action without leaving the line.
    page.goto(at(server, world, "day", meeting=meeting.pk))
    page.locator("[data-line] input").first.focus()
    press(page, "p", "d", "ArrowDown", "Enter", "u")
    page.get_by_text("All saved").wait_for()
    press(page, "n")
    page.keyboard.type("Agreed the plan for the winter")
    press(page, "Control+Enter")
    page.get_by_text("The decision is recorded.").wait_for()
    press(page, "t")
    page.keyboard.type("Send the plan to schools")
    press(page, "Control+Enter")
    page.get_by_text("The action is recorded.").wait_for()

    # The draft knows all of it already.
    page.goto(at(server, world, "write", meeting=meeting.pk))
    draft = page.locator("#text").input_value()
    for words in ("Ann Ashe", "Dee Dale, Police member (Police) for Ben Birch", "D1: Agreed the plan", "Send the plan"):
        assert words in draft
    page.locator("#text").fill(
        draft.replace("## 2. Risk register", "## 2. Risk register\n\nThe group went through it.")
    )
    page.get_by_role("button", name="Save and read").press("Enter")
    page.get_by_text("The group went through it.").wait_for()
    check_accessible(page)

    # Approved by the chair, then published.
    page.context.clear_cookies()
    sign_in_browser(page, server, world.people[Role.CHAIR])
    page.goto(at(server, world, "minutes", meeting=meeting.pk))
    page.get_by_role("button", name="Approve").press("Enter")
    page.get_by_role("button", name="Approve").press("Enter")
    page.get_by_text("Version 1 is approved.").wait_for()
    page.get_by_role("button", name="Publish").press("Enter")
    page.get_by_text("Version 1 is published.").wait_for()
    assert Minutes.objects.get(meeting=meeting).state == "published"

    # The open action and the last year's attendance are in the next minutes by themselves.
    following = commands.plan_meeting(board=small.board, held_on=world.today + timedelta(days=90), by=None)
    page.context.clear_cookies()
    sign_in_browser(page, server, world.manager)
    page.goto(at(server, world, "write", meeting=following.pk))
    carried = page.locator("#text").input_value().split("## Actions carried forward")[1]
    assert "Send the plan to schools" in carried.split("##")[0]
    assert "| Council | P |" in carried and "| Police | D |" in carried and "| Health | ? |" in carried


def _planned_today(page: Page, server: str, world: World) -> Meeting:
    page.goto(at(server, world, "plan"))
    page.get_by_label("Which board meets?").select_option("Leadership Group")
    for label, value in (("Day", world.today.day), ("Month", world.today.month), ("Year", world.today.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("Starts at").fill("9:30am")
    page.get_by_role("button", name="Plan it").press("Enter")
    page.get_by_text("The meeting is planned").wait_for()
    return Meeting.objects.get(board__name="Leadership Group")


@WIDTHS
def test_a_chair_opens_attendance(size: dict, page: Page, live_server, world: World, small: SmallBoard) -> None:
    for place, status in enumerate(("present", "absent", "apologies", "absent")):
        day = world.today - timedelta(days=200 - 30 * place)
        meeting = commands.record_meeting(board=small.board, held_on=day, by=None)
        for agency, said in (("Police", status), ("Council", "present")):
            commands.record_attendance(
                meeting=meeting, seat=small.seats[agency], status=said, person_as_written="As in the minutes", by=None
            )
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.people[Role.CHAIR])
    page.goto(at(live_server.url, world, "attendance_across"))
    check_accessible(page)
    start, end = (world.today - timedelta(days=days) for days in (300, 0))
    address = at(live_server.url, world, "attendance", board=small.board.pk)
    page.goto(f"{address}?from={start}&to={end}")
    page.get_by_text("Police missed the last 3 known meetings.").wait_for()
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Police")).first
    assert "25%" in row.inner_text()
    health = page.locator("tr", has=page.get_by_role("rowheader", name="Health")).first
    assert "Not known" in health.inner_text() and "0%" not in health.inner_text()
    check_accessible(page)

    # Down to the meeting and the words, by keyboard.
    row.locator("a.sl-mark").first.press("Enter")
    page.get_by_role("heading", level=1, name="Leadership Group").wait_for()
    assert page.locator("#attendance").is_visible()

    # Deputies, rows and what is taken away follow the address.
    seen = page.request.get(f"{address}?from={start}&to={end}&by=seat&deputies=no&export=csv").text()
    assert "Police member (Police)" in seen and "25%" in seen
