"""A change of law: kept for all by the administrator, taken in by a chair, seen side by side by the region."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.partnership.law.commands import load_reference
from sightline.partnership.law.models import Edition
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_change_of_guidance_is_kept_taken_in_and_overseen(size: dict, page: Page, live_server, world: World) -> None:
    load_reference(by=None)
    choose_sharing(partnership=world.own, topic=Topic.LAW, is_shared=True, by=None)
    older = Edition.objects.get(label="Panel guidance for safeguarding partners 2025")
    page.set_viewport_size(size)

    # The administrator adds an edition and says whose place it takes.
    sign_in_browser(page, live_server.url, world.people[Role.ADMINISTRATOR])
    page.goto(live_server.url + reverse("law:kept_instrument", args=["panel-guidance"]))
    check_accessible(page)
    page.get_by_role("button", name="Add an edition").press("Enter")
    page.get_by_label("Name of the edition").fill("Panel guidance, invented edition")
    _date(page, "In force from", world)
    page.get_by_label("Source", exact=True).fill("Seen on the day")
    check_accessible(page)
    page.get_by_role("button", name="Add it").press("Enter")
    page.get_by_role("link", name=re.compile(f"say what takes its place.*{older.label}")).press("Enter")
    page.get_by_label("Which edition takes its place?").select_option(label="Panel guidance, invented edition")
    _date(page, "From which day?", world)
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("Superseded by Panel guidance, invented edition").wait_for()

    # The chair finds it among the changes and says what was done.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.CHAIR])
    page.goto(live_server.url + reverse("law:changes", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_role("link", name="Panel guidance, invented edition").press("Enter")
    page.get_by_text("Nobody here has said so.").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Say that it was taken in").press("Enter")
    page.get_by_label("What was done?").fill("The template of rapid reviews was changed")
    page.get_by_role("button", name="Save").press("Enter")
    page.get_by_text("The template of rapid reviews was changed").wait_for()
    check_accessible(page)

    # What holds today, over the years, and in the words of 2014.
    for name in ("law:duties", "law:timeline"):
        page.goto(live_server.url + reverse(name, args=[world.own.slug]))
        check_accessible(page)
    page.goto(live_server.url + reverse("law:words", args=[world.own.slug]) + "?as-at=2014-06-01&then=In use")
    page.get_by_text("local safeguarding children board").wait_for()
    check_accessible(page)

    # The region sees that it was taken in.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.REGIONAL_OVERSEER])
    page.goto(live_server.url + reverse("law:region"))
    page.get_by_text("Panel guidance, invented edition").wait_for()
    check_accessible(page)


def _date(page: Page, group: str, world: World) -> None:
    inputs = page.get_by_role("group", name=group)
    for part, value in (("Day", world.today.day), ("Month", world.today.month), ("Year", world.today.year)):
        inputs.get_by_label(part).fill(str(value))
