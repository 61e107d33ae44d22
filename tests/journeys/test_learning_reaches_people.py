"""Learning reaches people: a briefing is made from a finding, approved by a second person, issued, received, passed on."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.record.learning.models import Briefing
from sightline.record.learning.tests.makers import WORDS, make_agency, make_finding, make_theme
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PARTS = (
    "What happened",
    "Why it matters",
    "What was found",
    "What to look for",
    "What to do",
    "Questions for your team",
    "Where to go",
)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_finding_becomes_a_briefing_that_agencies_pass_on(size: dict, page: Page, live_server, world: World) -> None:
    make_finding(world.own)
    make_agency(world.own, "Reedham Police")
    make_theme("Shared records")
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She begins a briefing and chooses the finding it is made from.
    page.goto(live_server.url + reverse("learning:briefings", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_role("button", name="Write a briefing").press("Enter")
    page.get_by_label("Title").fill("One record of a family")
    page.get_by_label("Health", exact=True).check()
    check_accessible(page)
    page.get_by_role("button", name="Begin the briefing").press("Enter")
    page.get_by_label(WORDS).check()
    check_accessible(page)
    page.get_by_role("button", name="Put them into the briefing").press("Enter")

    # The words of the finding stand there already; she writes the seven parts.
    page.get_by_role("heading", level=1, name="Write its parts").wait_for()
    assert WORDS in page.get_by_label("What was found").input_value()
    for part in PARTS:
        page.get_by_label(part).fill("Tell each other early.")
    check_accessible(page)
    page.get_by_role("button", name="Save the parts").press("Enter")

    # She cannot approve her own words.
    page.get_by_role("button", name="Approve it").press("Enter")
    page.get_by_role("button", name="Approve it").press("Enter")
    page.get_by_role("link", name="You wrote this briefing").wait_for()
    check_accessible(page)

    # A colleague does, and issues it.
    briefing = Briefing.objects.get()
    here = live_server.url + reverse("learning:briefing", args=[world.own.slug, briefing.pk])
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.PARTNERSHIP_TEAM])
    page.goto(here)
    page.get_by_role("button", name="Approve it").press("Enter")
    page.get_by_role("button", name="Approve it").press("Enter")
    page.get_by_role("button", name="Issue it").press("Enter")
    assert page.get_by_label("Reedham Police").is_checked()
    check_accessible(page)
    page.get_by_role("button", name="Issue it").press("Enter")
    page.locator("table").get_by_text("Sent, not confirmed yet").wait_for()
    check_accessible(page)

    # The police say to whom they passed it on.
    page.get_by_role("link", name="Confirm or ask again").press("Enter")
    check_accessible(page)
    page.get_by_role("button", name="Confirm passing on").press("Enter")
    page.get_by_label("Who said so?").fill("The public protection inspector")
    page.get_by_label("How was it passed on?").fill("At handovers")
    page.get_by_label("To how many teams?").fill("4")
    page.get_by_role("button", name="Confirm passing on").press("Enter")
    page.get_by_text("At handovers").wait_for()

    # A member reads it, and what the police were sent.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(here)
    page.get_by_role("link", name="Reedham Police").press("Enter")
    page.locator("table strong").get_by_text("Passed on").wait_for()
    check_accessible(page)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_theme_is_followed_to_evidence_and_an_example_is_shared(
    size: dict, page: Page, live_server, world: World
) -> None:
    make_theme("Shared records")
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She follows a theme; the first step is an audit.
    page.goto(live_server.url + reverse("learning:start_track", args=[world.own.slug]))
    page.get_by_label("What is to change?").fill("Records are shared before meetings")
    page.get_by_label("Theme").select_option(label="Shared records")
    check_accessible(page)
    page.get_by_role("button", name="Follow it").press("Enter")
    page.get_by_role("button", name="Add a step").press("Enter")
    page.get_by_label("Audit", exact=True).check()
    page.get_by_label("In words").fill("Audit of ten plans")
    done = page.get_by_role("group", name="Done on")
    for part, value in (("Day", "3"), ("Month", "6"), ("Year", "2024")):
        done.get_by_label(part).fill(value)
    check_accessible(page)
    page.get_by_role("button", name="Add the step").press("Enter")
    page.get_by_text("Audit done; deep dive not planned").wait_for()
    check_accessible(page)

    # An example of practice says that it is not evidenced until evidence is added.
    page.goto(live_server.url + reverse("learning:record_example", args=[world.own.slug]))
    page.get_by_label("What is the example called?").fill("One chronology")
    page.get_by_label("What was done, and what came of it?").fill("All agencies keep one together.")
    check_accessible(page)
    page.get_by_role("button", name="Record it").press("Enter")
    page.get_by_text("Not evidenced").wait_for()
    page.get_by_role("button", name="Share it with the region").press("Enter")
    page.get_by_text("It is shared with the partnerships of the region").wait_for()
    check_accessible(page)
    page.goto(live_server.url + reverse("learning:practice", args=[world.own.slug]))
    page.get_by_role("link", name="One chronology").wait_for()
    check_accessible(page)
