"""From a serious incident to the Panel's reply: fifteen working days by keyboard, at a desk and on a phone; and who sees none of it."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.models import Organisation
from sightline.record.reviews.models import Incident, RapidReview
from sightline.record.reviews.tests.rapid_making import (
    make_body,
    make_incident,
    make_partners,
    make_rapid,
    working_days_ago,
)
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def fill_day(page: Page, question: str, day) -> None:
    group = page.get_by_role("group", name=question)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part, exact=True).fill(str(value))


def press(page: Page, name: str, role: str = "button") -> None:
    page.get_by_role(role, name=name).first.press("Enter")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_an_incident_becomes_a_rapid_review_that_the_panel_answers(
    size: dict, page: Page, live_server, world: World
) -> None:
    (council,) = make_partners(world.own, "Ashvale Council")
    school, clinic = make_body(world.own, "Elm School"), make_body(world.own, "Fern Clinic")
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.people[Role.PARTNERSHIP_TEAM])

    # Tobias logs the incident: a reference and a day, nothing more.
    page.goto(live_server.url + reverse("reviews:log_incident", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_label("Reference", exact=True).fill("SI 2026-04")
    page.get_by_label("Serious harm").check()
    fill_day(page, "When did the authority become aware?", working_days_ago(world.today, 2))
    press(page, "Log the incident")
    page.get_by_text("Day 2 of 5").wait_for()
    check_accessible(page)

    # It is notified, and its rapid review opens with the plan of fifteen days.
    press(page, "Record the notification", "button")
    press(page, "Save")
    page.get_by_text("Done on day 2, in time").wait_for()
    assert Incident.objects.get().notified_on == world.today
    press(page, "Open the rapid review", "button")
    page.get_by_label("Reference of the rapid review").fill("RR 2026-04")
    press(page, "Open the rapid review")
    page.get_by_text("Day 2 of 15").first.wait_for()
    check_accessible(page)

    _returns(page, school, clinic)
    _decided_and_ratified(page)
    _sent_and_answered(page)
    check_accessible(page)
    rapid = RapidReview.objects.get()
    assert rapid.sent_on == rapid.replied_on == world.today
    assert rapid.ratifications.get().organisation == council


def _returns(page: Page, school: Organisation, clinic: Organisation) -> None:
    """Two agencies are asked; one is reminded, one knows nothing; then the other answers too."""
    press(page, "Ask agencies", "button")
    page.get_by_label(str(school)).check()
    page.get_by_label(str(clinic)).check()
    page.get_by_label("How many minutes").fill("90")
    check_accessible(page)
    press(page, "Ask them")
    page.get_by_text("0 of 2 have answered.").wait_for()
    press(page, f"Note a reminder to {clinic}", "link")
    page.get_by_label("How?").fill("An e-mail")
    press(page, "Save")
    for agency, answer in ((school, "No involvement"), (clinic, "Summary received")):
        press(page, f"Record its answer for {agency}", "link")
        page.get_by_label(answer).check()
        press(page, "Save the answer")
    page.get_by_text("2 of 2 have answered.").wait_for()
    press(page, "Done today for Ask the agencies for their summaries")
    page.get_by_role("button", name="Not done after all for Ask the agencies").wait_for()


def _decided_and_ratified(page: Page) -> None:
    """The checklist, then the decision; before the partner's word it cannot go."""
    press(page, "Fill in the checklist", "button")
    page.get_by_role("group", name="The facts that could readily be established").get_by_label(
        "Met", exact=True
    ).check()
    check_accessible(page)
    press(page, "Save the checklist")
    page.get_by_text("1 of 14 met").wait_for()
    press(page, "Record the decision", "button")
    page.get_by_role("group", name="Is there to be a local").get_by_label("No", exact=True).check()
    page.get_by_label("Reasons for the decision").fill("The learning is clear and is being acted on.")
    press(page, "Save the decision")
    page.get_by_text("Before it can be sent: ratification by Ashvale Council.").wait_for()
    press(page, "Record the sending", "button")
    press(page, "Save")
    page.get_by_text("Still missing: ratification by Ashvale Council").first.wait_for()
    check_accessible(page)
    press(page, "Back", "link")
    press(page, "Record its word for Ashvale Council", "link")
    page.get_by_label("Ratified").check()
    page.get_by_label("On whose word?").fill("The director, by e-mail")
    press(page, "Save")
    page.get_by_text("Nothing is missing: it can be sent to the Panel.").wait_for()


def _sent_and_answered(page: Page) -> None:
    press(page, "Record the sending", "button")
    press(page, "Save")
    page.get_by_text("It has been sent.").wait_for()
    press(page, "Record the reply", "button")
    page.get_by_label("Agrees with the decision").check()
    press(page, "Save the reply")
    page.get_by_text("Answered by the Panel").first.wait_for()


def test_a_member_finds_nothing_of_an_incident_and_is_told_that_their_role_does_not_include_it(
    page: Page, live_server, world: World
) -> None:
    incident = make_incident(world.own, "SI Kestrel", criteria="Serious harm", aware_on=world.today)
    make_rapid(world.own, "RR Kestrel")
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(live_server.url + reverse("workspace:search") + "?q=Kestrel")
    page.get_by_text("Nothing that you may read holds").wait_for()
    # A page that one's role does not include is an error in the browser's console: it is asked for behind the page.
    for name, parts in (("incidents", []), ("incident", [incident.pk]), ("rapid_reviews", [])):
        address = live_server.url + reverse(f"reviews:{name}", args=[world.own.slug, *parts])
        answer = page.context.request.get(address)
        assert answer.status == 403 and "Kestrel" not in answer.text()
