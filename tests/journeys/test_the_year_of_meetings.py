"""Planning a year from the terms of reference: proposed days are changed, planned, seen in the year, one is cancelled."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.kernel.periods import financial_year, year_label
from sightline.kernel.workdays import is_working_day
from sightline.record.meetings.models import Meeting
from sightline.record.meetings.tests.build import give_terms, make_board
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_year_is_planned_from_the_terms(size: dict, page: Page, live_server, world: World) -> None:
    board = make_board(partnership=world.own, name="Leadership Group")
    give_terms(board, meetings_per_year=4, standing_items=("Welcome",))
    following = financial_year(world.today).start.year + 1
    label = year_label(financial_year(date(following, 4, 1)))
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("meetings:plan_year", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_label("Board", exact=True).select_option("Leadership Group")
    page.get_by_label("Year", exact=True).select_option(label)
    page.get_by_role("button", name="Propose days").press("Enter")
    proposed = page.locator("input[id^='day-']")
    assert proposed.count() == 4
    assert all(is_working_day(date.fromisoformat(one.input_value())) for one in proposed.all())
    proposed.last.fill("")  # one fewer this time
    check_accessible(page)
    page.get_by_role("button", name="Plan these meetings").press("Enter")
    page.get_by_text("3 meetings of Leadership Group are planned.").wait_for()
    check_accessible(page)
    assert Meeting.objects.filter(board=board.board, agenda__title="Welcome").count() == 3

    page.locator("tbody a").first.press("Enter")
    page.get_by_role("link", name="cancel").press("Enter")
    page.get_by_label("Why is it cancelled?").fill("The building is closed")
    page.get_by_role("button", name="Cancel the meeting").press("Enter")
    page.get_by_text("Cancelled: The building is closed").wait_for()
    assert Meeting.objects.filter(board=board.board, state="cancelled").count() == 1
