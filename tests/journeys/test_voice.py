"""Voice: young people are asked, what they said is written down as a group's words, something changes, they are told."""

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page

from sightline.partnership.plan.commands import set_priority
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def fill_day(group: Locator, day: str, month: str, year: str) -> None:
    for label, value in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(label).fill(value)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_what_young_people_said_leads_to_a_change_that_they_hear_of(
    size: dict, page: Page, live_server, world: World
) -> None:
    set_priority(partnership=world.own, title="Safe on the way home", by=None)
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She records who was asked, as a group.
    page.goto(live_server.url + reverse("learning:voice", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_role("button", name="Record what people were asked").press("Enter")
    page.get_by_label("What was the activity?").fill("Survey in three youth clubs")
    page.get_by_label("Young people").check()
    page.get_by_label("How many took part?").fill("46")
    page.get_by_label("Survey", exact=True).check()
    fill_day(page.get_by_role("group", name="When?", exact=True), "13", "5", "2024")
    page.get_by_label("Safe on the way home").check()
    check_accessible(page)
    page.get_by_role("button", name="Record it").press("Enter")

    # Nothing has changed yet, and the page says so. Words that tell of a child are refused.
    page.get_by_text("Nothing has changed yet").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Write down what they said").press("Enter")
    page.get_by_label("What did they say, as a group?").fill("A girl born on 3 May 2011 said the bus stop is dark.")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_role("link", name="This looks like it tells of a child").wait_for()
    page.get_by_label("What did they say, as a group?").fill("The bus stop is dark and the last bus is too early.")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("The bus stop is dark").first.wait_for()

    # Something changes because of it, and they are told.
    page.get_by_role("button", name="Record what changed").press("Enter")
    page.get_by_label("What changed because of it?").fill("The last bus leaves an hour later.")
    page.get_by_label("Priority").select_option(label="Safe on the way home")
    check_accessible(page)
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_role("button", name="Record that they were told").press("Enter")
    page.get_by_label("How were they told, and what?").fill("A notice in each club")
    page.get_by_role("button", name="Save").press("Enter")

    # Both stand on one page, and under the priority.
    page.goto(live_server.url + reverse("learning:you_said", args=[world.own.slug]))
    page.get_by_text("The last bus leaves an hour later.").first.wait_for()
    check_accessible(page)
    page.get_by_role("link", name="By priority").press("Enter")
    page.get_by_role("heading", level=1, name="Voice by priority").wait_for()
    page.get_by_role("rowheader", name="Safe on the way home").wait_for()
    check_accessible(page)
