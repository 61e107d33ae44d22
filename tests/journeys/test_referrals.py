"""An item goes from a borough's board to the region, and its outcome shows where it came from."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.commands import give_role
from sightline.foundation.accounts.domain import Role
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.record.meetings.commands import plan_meeting, record_decision, record_meeting
from sightline.record.meetings.models import Referral
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import STARTED, World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_an_item_goes_up_and_its_outcome_comes_back(size: dict, page: Page, live_server, world: World) -> None:
    sender = create_board(partnership=world.own, name="Executive", kind=BoardKind.EXECUTIVE, by=None)
    receiver = create_board(partnership=world.region, name="Regional board", kind=BoardKind.EXECUTIVE, by=None)
    met = record_meeting(board=sender, held_on=world.today, by=None)
    decision = record_decision(meeting=met, text="Ask the region for one dataset", by=None)
    theirs = plan_meeting(board=receiver, held_on=world.today + timedelta(days=14), by=None)
    give_role(user=world.neighbour, role=Role.BUSINESS_MANAGER, partnership=world.region, starts_on=STARTED, by=None)
    page.set_viewport_size(size)

    # The borough sends a decision up from the meeting that made it.
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("meetings:meeting", args=[world.own.slug, met.pk]))
    page.get_by_role("link", name="Send an item or decision to another board").press("Enter")
    check_accessible(page)
    page.get_by_label("Where does it go?").select_option(f"partnership:{world.region.pk}")
    page.get_by_label("Where does it come from?").select_option(f"decision:{decision.pk}")
    page.get_by_label("What is the item called?").fill("One dataset on exclusions")
    page.get_by_label("What is the other board asked to do?").fill("Agree a dataset for all boroughs")
    page.get_by_role("button", name="Send it").press("Enter")
    page.get_by_text("Sent, not received yet").first.wait_for()
    check_accessible(page)
    referral = Referral.objects.get()

    # The region puts it on an agenda and says what came of it.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.neighbour)
    page.goto(live_server.url + reverse("meetings:referrals", args=[world.region.slug]))
    page.get_by_role("link", name="One dataset on exclusions").press("Enter")
    page.get_by_role("link", name="Put it on an agenda").press("Enter")
    page.get_by_label("On the agenda of which meeting?").select_option(str(theirs.pk))
    page.get_by_role("button", name="Put it on the agenda").press("Enter")
    page.get_by_role("link", name="Say what came of it").press("Enter")
    page.get_by_label("Decided", exact=True).check()
    page.get_by_label("In a sentence").fill("The dataset is agreed from April")
    page.get_by_role("button", name="Save the outcome").press("Enter")
    page.get_by_text("The dataset is agreed from April").wait_for()
    check_accessible(page)

    # The borough's board sees the outcome, and nothing of the region's meeting.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(live_server.url + reverse("meetings:referrals_of_board", args=[world.own.slug, sender.pk]))
    page.get_by_text("The dataset is agreed from April").wait_for()
    check_accessible(page)
    page.goto(live_server.url + reverse("meetings:referral", args=[world.own.slug, referral.pk]))
    page.get_by_text("The dataset is agreed from April").wait_for()
    assert page.get_by_text("Regional board").count() == 0
    check_accessible(page)
