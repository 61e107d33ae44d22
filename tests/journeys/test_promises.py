"""From a promise to its end: an action is raised, its owner says how it goes and reports it, another confirms it."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import link_account, record_person
from sightline.record.actions.models import Action
from sightline.record.recommendations.commands import record_recommendation
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_promise_is_made_kept_and_answers_a_recommendation(size: dict, page: Page, live_server, world: World) -> None:
    owner = record_person(partnership=world.own, name="Milo Fenwick", by=None)
    link_account(person=owner, account=world.people[Role.MEMBER], by=None)
    asked = record_recommendation(
        partnership=world.own, text="Keep a register of who attends.", source_title="Review", by=None
    )
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She raises an action for him.
    page.goto(live_server.url + reverse("actions:raise", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_label("What is to be done?").fill("Build the register")
    page.get_by_label("Who owns it?").select_option(f"person:{owner.pk}")
    page.get_by_role("button", name="Raise the action").press("Enter")
    page.get_by_role("heading", level=1, name="Build the register").wait_for()
    action = Action.objects.get()

    # It answers the recommendation.
    page.goto(live_server.url + reverse("recommendations:answer_by_action", args=[world.own.slug, asked.pk]))
    page.get_by_label("Which action answers it?").select_option(str(action.pk))
    page.get_by_role("button", name="Link the action").press("Enter")
    page.get_by_role("link", name="Build the register").wait_for()
    check_accessible(page)

    # He finds it among his own, says how it goes and reports it as done; he cannot confirm it himself.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(live_server.url + reverse("actions:list", args=[world.own.slug]) + "?show=mine")
    page.get_by_role("link", name="Build the register").press("Enter")
    page.get_by_text("Say how it is going").click()
    page.get_by_label("How is it going?").fill("Half of it is there")
    page.get_by_label("In progress").check()
    page.get_by_label("At risk").check()
    page.get_by_role("button", name="Save progress").press("Enter")
    page.get_by_text("Half of it is there").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Report it as done").press("Enter")
    page.get_by_label("What was done?").fill("The register is in use")
    page.get_by_role("button", name="Report it as done").press("Enter")
    page.get_by_text("It waits for a second word").first.wait_for()
    assert page.get_by_role("link", name="Confirm that it is done").count() == 0
    check_accessible(page)

    # She gives the second word.
    page.context.clear_cookies()
    sign_in_browser(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("actions:action", args=[world.own.slug, action.pk]))
    page.get_by_role("link", name="Confirm that it is done").press("Enter")
    page.get_by_text("No evidence of impact yet").wait_for()
    check_accessible(page)
    page.get_by_label("What did you see that shows it?").fill("I have opened it")
    page.get_by_role("button", name="Confirm that it is done").press("Enter")
    page.get_by_text("A second person: Brenda Marsh").wait_for()
    action.refresh_from_db()
    assert (action.status, action.reported_by, action.reach_at_closing) == ("done", world.people[Role.MEMBER], "none")
