"""A partner challenges another: raised by a member, answered, moved up, settled and closed with what was learned."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import (
    appoint,
    create_post,
    link_account,
    record_organisation,
    record_person,
)
from sightline.record.challenges.models import Challenge
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import STARTED, World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_challenge_runs_its_course_without_a_word_of_a_case(
    size: dict, page: Page, live_server, world: World
) -> None:
    council, police = (
        record_organisation(partnership=world.own, name=name, by=None) for name in ("Ashvale Council", "Ashvale Police")
    )
    member = record_person(partnership=world.own, name="Milo Fenwick", by=None)
    link_account(person=member, account=world.people[Role.MEMBER], by=None)
    post = create_post(
        partnership=world.own, organisation=council, title="Head of Service", started_on=STARTED, by=None
    )
    appoint(person=member, post=post, started_on=STARTED, by=None)
    page.set_viewport_size(size)

    # A member raises it for their own agency; words of a case are refused and stay in the box to be mended.
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(live_server.url + reverse("challenges:list", args=[world.own.slug]))
    page.get_by_role("button", name="Raise a challenge").press("Enter")
    check_accessible(page)
    page.get_by_label("Who raises it?").select_option(f"post:{post.pk}")
    page.get_by_label("Who is challenged?").select_option(f"organisation:{police.pk}")
    page.get_by_label("Attendance", exact=True).check()
    page.get_by_label("What is it about?").fill("Nobody came to the meeting on Child J")
    page.get_by_role("button", name="Raise the challenge").press("Enter")
    page.get_by_role("alert").get_by_text("This looks like").wait_for()
    check_accessible(page)
    page.get_by_label("What is it about?").fill("Nobody from the police came to the last three meetings")
    page.get_by_role("button", name="Raise the challenge").press("Enter")
    page.get_by_role("heading", level=1, name="Attendance: Head of Service").wait_for()
    challenge = Challenge.objects.get()

    # There is no answer: they move it up.
    page.get_by_role("button", name="Move up a stage").press("Enter")
    page.get_by_label("Why does it move up?").fill("Nobody answered")
    page.get_by_role("button", name="Move it up").press("Enter")
    page.locator("[aria-current=step]").get_by_text("Between their managers").wait_for()
    check_accessible(page)
    assert page.get_by_role("button", name="Settle").count() == 0

    # The team writes down the answer, settles and closes.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("challenges:challenge", args=[world.own.slug, challenge.pk]))
    page.get_by_role("button", name="Answer").press("Enter")
    page.get_by_label("What is the answer?").fill("A deputy is named")
    page.get_by_role("button", name="Save the answer").press("Enter")
    page.get_by_role("button", name="Settle").press("Enter")
    page.get_by_label("Upheld", exact=True).check()
    page.get_by_label("What changed because of it?").fill("A deputy comes to every meeting")
    page.get_by_role("button", name="Settle it").press("Enter")
    page.get_by_role("button", name="Close", exact=True).press("Enter")
    page.get_by_role("button", name="Close it").press("Enter")
    page.get_by_role("alert").get_by_text("one of the two").wait_for()
    page.get_by_label("What was learned?").fill("Deputies are named with the seat")
    page.get_by_role("button", name="Close it").press("Enter")
    page.get_by_text("Deputies are named with the seat").first.wait_for()
    check_accessible(page)

    # The scrutineer reads the log and the year.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.SCRUTINEER])
    page.goto(live_server.url + reverse("challenges:list", args=[world.own.slug]) + "?show=log")
    page.get_by_text("Deputies are named with the seat").wait_for()
    assert page.get_by_text("Nobody from the police").count() == 0
    check_accessible(page)
    page.goto(live_server.url + reverse("challenges:summary", args=[world.own.slug]))
    page.get_by_text("1 raised, 1 settled").wait_for()
    check_accessible(page)
