"""Someone without an account answers from the link in an e-mail; the manager sees it and takes it up."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse
from playwright.sync_api import Page

from sightline.oversight.reminders import commands
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner
from tests.browser import PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def _link_in_the_newest_letter() -> str:
    plain = mail.outbox[-1].body
    start = plain.index(settings.ADDRESS + "/answer/")
    return plain[start:].split()[0].removeprefix(settings.ADDRESS)


def test_an_owner_without_an_account_answers_from_a_phone_and_the_manager_gives_the_second_word(
    page: Page, live_server, world: World
) -> None:
    # Given: an action of someone who has no account, and a manager who looks at who would be reminded.
    ann = make_owner(world.own, "Ann Ashe")
    due_on = world.today - timedelta(days=2)
    what = "Write the protocol for children who go missing"
    action = make_owned_action(world.own, ann, due_on=due_on, what=what)
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("reminders:who", args=[world.own.slug]))
    page.get_by_role("link", name="Ann Ashe").press("Enter")
    check_accessible(page)
    page.get_by_role("button", name="Send it now").press("Enter")
    page.get_by_text("goes out within a minute").wait_for()
    assert commands.send_waiting(at=datetime.now(UTC)) == 1

    # When: she opens the link on her phone, without signing in.
    page.context.clear_cookies()
    page.set_viewport_size(PHONE)
    link = live_server.url + _link_in_the_newest_letter()
    page.goto(link)
    page.get_by_role("heading", name="Write the protocol").wait_for()
    check_accessible(page)
    page.get_by_role("button", name="Send this answer").press("Enter")
    page.get_by_text("Choose what you want to say").first.wait_for()
    check_accessible(page)
    page.get_by_label("It is done").check()
    page.get_by_label("In a few words").fill("The protocol is in use since Monday")
    page.get_by_role("button", name="Send this answer").press("Enter")

    # Then: she sees what she said, again when she comes back, and no cookie was set.
    page.get_by_role("heading", name="Your answer is written down").wait_for()
    check_accessible(page)
    page.goto(link)
    page.get_by_text("The protocol is in use since Monday").wait_for()
    assert page.context.cookies() == []

    # The manager gives the second word.
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("actions:confirm", args=[world.own.slug, action.pk]))
    page.get_by_text("Ann Ashe, by e-mail link").first.wait_for()
    page.get_by_label("What did you see that shows it?").fill("The protocol on the intranet")
    page.get_by_role("button", name="Confirm that it is done").press("Enter")
    page.get_by_text("Confirmed: the action is done").wait_for()
    action.refresh_from_db()
    assert action.status == "done"

    # A link that is taken back opens nothing.
    page.goto(live_server.url + reverse("reminders:links", args=[world.own.slug]))
    page.get_by_role("link", name="Take back").press("Enter")
    page.get_by_label("Why?").fill("It was passed on")
    page.get_by_role("button", name="Take it back").press("Enter")
    page.get_by_text("The link no longer works").wait_for()
    assert page.request.get(link).status == 410
