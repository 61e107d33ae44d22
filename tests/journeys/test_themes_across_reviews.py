"""Themes across reviews: proposed, confirmed by a person, recurring, and back to the words; then the region's view."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.plan.commands import record_theme
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WORDS = {
    2014: "Information sharing waited for a meeting that was never called.",
    2021: "Information sharing between wards stopped at the door of the school.",
    2024: "Information sharing followed the form and not the need.",
}


def three_reviews(world: World) -> None:
    record_theme(code="sharing", label="Information sharing", edition="test", by=None)
    trust = record_organisation(partnership=world.own, name="Lantern Trust", by=None)
    for year, words in WORDS.items():
        kind = ReviewKind.SERIOUS_CASE if year < 2018 else ReviewKind.LOCAL_PRACTICE
        review = commands.record_review(
            partnership=world.own, reference=f"R {year}", kind=kind, published_on=date(year, 6, 2), by=None
        )
        commands.record_finding(review=review, number="1", text=words, agencies=[trust], on=world.today, by=None)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_recurring_theme_leads_to_the_reviews_and_the_words(size: dict, page: Page, live_server, world: World):
    three_reviews(world)
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # Nothing is counted until she has said so.
    page.goto(live_server.url + reverse("reviews:themes", args=[world.own.slug]))
    page.get_by_text("No theme recurs.").wait_for()
    page.get_by_role("link", name="3 proposed themes wait for your word").press("Enter")
    check_accessible(page)
    for answer in page.get_by_label("Yes").all():
        answer.press("Space")
    page.get_by_role("button", name="Save my word").press("Enter")
    page.get_by_text("3 themes are decided.").wait_for()

    # Now it recurs, and leads to the words.
    page.get_by_role("link", name="Themes across reviews").press("Enter")
    recurring = page.get_by_role("link", name="Information sharing: 3 reviews, 2014-15 to 2024-25")
    recurring.wait_for()
    check_accessible(page)
    recurring.press("Enter")
    for words in WORDS.values():
        page.get_by_text(words).wait_for()
    check_accessible(page)
    page.get_by_role("link", name="R 2014").press("Enter")
    page.get_by_role("heading", level=1, name="R 2014").wait_for()
    page.get_by_text("Serious case review").first.wait_for()

    # The region reads the same once the partnership shares its reviews.
    choose_sharing(partnership=world.own, topic=Topic.REVIEWS, is_shared=True, by=world.manager)
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.REGIONAL_OVERSEER])
    page.goto(live_server.url + reverse("reviews:regional_themes"))
    page.get_by_text("Not shared").first.wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Information sharing: 3 reviews").press("Enter")
    page.get_by_text(WORDS[2021]).wait_for()
    check_accessible(page)
