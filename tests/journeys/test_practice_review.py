"""A practice review: from the decision over the template, its letters and its publication to the update report."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import create_post, record_organisation
from sightline.partnership.plan.commands import record_theme
from sightline.record.reviews.models import Review
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def fill_day(page: Page, legend: str, day: date) -> None:
    asked = page.get_by_role("group", name=legend)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        asked.get_by_label(part).fill(str(value))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_practice_review_from_its_decision_to_its_update_report(size: dict, page: Page, live_server, world: World):
    council = record_organisation(partnership=world.own, name="Ashvale Council", by=None)
    create_post(partnership=world.own, organisation=council, title="Director of children’s services", by=None)
    record_theme(code="sharing", label="Information sharing", edition="test", by=None)
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She records the review that was decided seven months ago, on the template.
    page.goto(live_server.url + reverse("reviews:register", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_role("button", name="Record a review").press("Enter")
    check_accessible(page)
    page.get_by_label("Reference").fill("LCSPR 2026-04")
    page.get_by_label("Title").fill("Growing up between services")
    page.get_by_label("It is run here, on the template").check()
    fill_day(page, "When was it decided to review?", world.today - timedelta(days=215))
    page.get_by_role("button", name="Record the review").press("Enter")
    page.get_by_role("heading", level=1, name="LCSPR 2026-04").wait_for()
    review = Review.objects.get()

    # The template says what is empty; she fills a part, says that one does not apply, and a child's number is refused.
    page.get_by_role("link", name="Template", exact=True).press("Enter")
    page.get_by_text("0 of 13 parts are filled, 13 are empty").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Fill Method").press("Enter")
    page.get_by_label("In the review’s words").fill("The child’s NHS number is 943 476 5919.")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_role("alert").get_by_text("There is a problem").wait_for()
    page.get_by_label("In the review’s words").fill("Two learning events, and conversations with practitioners.")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("1 of 13 parts is filled").wait_for()
    page.get_by_role("link", name="Does not apply The family’s voice").press("Enter")
    page.get_by_label("Why does it not apply?").fill("No family could be reached.")
    page.get_by_role("button", name="Save the reason").press("Enter")
    page.get_by_role("link", name="Add a post or agency Panel").press("Enter")
    page.get_by_label("Which post or agency?").select_option(label="Ashvale Council")
    page.get_by_label("Chair").check()
    page.get_by_role("button", name="Add to the panel").press("Enter")
    page.get_by_text("2 of 13 parts are filled, 1 does not apply").wait_for()

    # A finding, its recommendation, and who does what by when.
    page.get_by_role("link", name="Add a finding Findings").press("Enter")
    page.get_by_label("Number").fill("1")
    page.get_by_label("The finding, in the review’s words").fill("Information sharing waited for a form.")
    page.get_by_label("Ashvale Council").check()
    page.get_by_role("button", name="Add the finding").press("Enter")
    page.get_by_text("Proposed").wait_for()
    page.get_by_role("link", name="Themes of finding 1").press("Enter")
    check_accessible(page)
    page.get_by_role("button", name="Save the themes").press("Enter")
    page.get_by_role("link", name="Add a recommendation").press("Enter")
    page.get_by_label("The recommendation, in its exact words").fill("Share on the same day.")
    page.get_by_role("button", name="Add the recommendation").press("Enter")
    page.get_by_role("link", name="Say who does what by when").press("Enter")
    page.get_by_label("What is to be done?").fill("Agree one protocol")
    page.get_by_label("Who does it?").select_option(label="Ashvale Council")
    fill_day(page, "By when?", world.today + timedelta(days=60))
    page.get_by_role("button", name="Raise the action").press("Enter")
    page.get_by_role("link", name="Agree one protocol").wait_for()
    check_accessible(page)

    # The six months are over: the letter is written, sent, and the review published.
    page.get_by_role("link", name="Publication and update").press("Enter")
    page.get_by_text("No reason has been sent").wait_for()
    check_accessible(page)
    with page.expect_download() as letter:
        page.get_by_role("link", name="Word of Reasons for late publication").press("Enter")
    assert letter.value.suggested_filename == "lcspr-2026-04-reasons-for-late-publication.docx"
    page.get_by_role("link", name="Record it as sent Reasons for late publication").press("Enter")
    page.get_by_label("The reason that was given").fill("A trial had to end first.")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("The reason was sent").first.wait_for()
    page.get_by_role("link", name="Record its publication").press("Enter")
    fill_day(page, "When was it published?", world.today)
    page.get_by_label("Where can it be read?").fill("https://ashvale.example/reviews/2026-04")
    page.get_by_role("button", name="Record the publication").press("Enter")
    page.get_by_text("after the six months ended").wait_for()

    # The update report comes; how the recommendation stood is kept with it.
    page.get_by_role("link", name="Record the update report").press("Enter")
    page.get_by_label("What changed for children?").fill("Plans are agreed within a day.")
    page.get_by_role("button", name="Record the report").press("Enter")
    page.get_by_role("cell", name="Share on the same day.").wait_for()
    check_accessible(page)

    # A member, who reads no unpublished review, now reads this one and changes nothing.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(live_server.url + reverse("reviews:review", args=[world.own.slug, review.pk]))
    page.get_by_text("Information sharing waited for a form.").wait_for()
    assert page.get_by_role("link", name="Add a finding").count() == 0
    check_accessible(page)
