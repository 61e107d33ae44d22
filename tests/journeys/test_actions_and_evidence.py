"""From what was promised to what it changed: evidence is graded, done takes a second word, and what expired counts no more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.kernel.references import Reference
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.record.actions.commands import raise_action
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.evidence.models import Evidence
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
CHILDREN = b"Name,NHS number\nA,943 476 5919\nB,943 476 5870\n"


def sign_in_as(page: Page, url: str, user: object) -> None:
    page.context.clear_cookies()
    sign_in_browser(page, url, user)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_done_takes_evidence_and_a_second_word(size: dict, page: Page, live_server, world: World) -> None:
    priority = set_priority(partnership=world.own, title="Fewer plans drift", by=None)
    set_objective(priority=priority, text="Every plan is reviewed in time", by=None)
    page.set_viewport_size(size)
    sign_in_browser(page, live_server.url, world.manager)

    # She raises an action for an objective, due in fifteen working days.
    page.goto(live_server.url + reverse("actions:raise", args=[world.own.slug]))
    page.get_by_label("What is to be done?").fill("Review every plan that is older than a year")
    page.get_by_label("Or in how many working days from today?").fill("15")
    page.get_by_label("Which objective does it serve?").select_option(label="Every plan is reviewed in time")
    check_accessible(page)
    page.get_by_role("button", name="Raise the action").press("Enter")
    page.get_by_text("15 working days left").wait_for()
    page.get_by_text("No evidence of impact yet: nothing has been added that counts.").wait_for()
    check_accessible(page)
    of_action = page.url

    # A list of children is refused in plain words and nothing of it is kept; an audit is kept, with its grade.
    page.get_by_role("link", name="Add evidence").press("Enter")
    page.get_by_label("What is it?").fill("Audit of 20 plans")
    page.get_by_label("File").set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": CHILDREN})
    page.get_by_label("Change in practice").check()
    check_accessible(page)
    page.get_by_role("button", name="Add the evidence").press("Enter")
    page.get_by_role("alert").get_by_text("seems to hold").wait_for()
    assert not Evidence.objects.exists()
    audit = b"Plans seen,Reviewed in time\n20,16\n"
    page.get_by_label("File").set_input_files({"name": "audit.csv", "mimeType": "text/csv", "buffer": audit})
    page.get_by_role("button", name="Add the evidence").press("Enter")
    page.get_by_text("The evidence reaches as far as change in practice.").wait_for()
    check_accessible(page)

    # She reports it as done, and cannot confirm her own word.
    page.get_by_role("link", name="Report it as done").press("Enter")
    page.get_by_label("What was done?").fill("All 41 plans were reviewed")
    page.get_by_role("button", name="Report it as done").press("Enter")
    page.get_by_text("You reported it. Someone else confirms it").wait_for()

    # The chair is told how far the evidence reaches, and confirms.
    sign_in_as(page, live_server.url, world.people[Role.CHAIR])
    page.goto(live_server.url + reverse("actions:list", args=[world.own.slug]) + "?show=waiting")
    page.get_by_role("link", name="Review every plan").press("Enter")
    page.get_by_role("link", name="Confirm that it is done").press("Enter")
    page.get_by_text("Its evidence reaches change in practice.").wait_for()
    check_accessible(page)
    page.get_by_label("What did you see that shows it?").fill("The audit, and two of the plans")
    page.get_by_role("button", name="Confirm that it is done").press("Enter")
    page.get_by_text("A second person: Chandra Ellery").wait_for()
    check_accessible(page)

    # She learns that the sample was small: the grade changes with a reason, and the history keeps both.
    sign_in_as(page, live_server.url, world.manager)
    page.goto(live_server.url + reverse("evidence:list", args=[world.own.slug]))
    check_accessible(page)
    page.get_by_role("link", name="Audit of 20 plans").press("Enter")
    check_accessible(page)
    page.get_by_role("link", name="Grade it again").press("Enter")
    page.get_by_label("Output").check()
    page.get_by_label("Why does the grade change?").fill("The sample was too small to show it")
    page.get_by_role("button", name="Change the grade").press("Enter")
    page.get_by_text("Change in practice to output").wait_for()
    page.goto(of_action)
    page.get_by_text("No evidence of impact yet: output only.").wait_for()


def test_evidence_that_has_expired_counts_no_longer(page: Page, live_server, world: World) -> None:
    action = raise_action(partnership=world.own, what="Train every school", by=None)
    add_evidence(
        partnership=world.own,
        subject=Reference("actions.action", action.pk),
        title="Survey of pupils",
        note="More pupils know whom to tell.",
        kind=Kind.IMPACT,
        grade=Grade.OUTCOME,
        expires_on=world.today - timedelta(days=1),
        on=world.today - timedelta(days=400),
        by=None,
    )
    sign_in_browser(page, live_server.url, world.people[Role.SCRUTINEER])
    page.goto(live_server.url + reverse("actions:action", args=[world.own.slug, action.pk]))
    page.get_by_text("No evidence of impact yet: nothing has been added that counts.").wait_for()
    page.get_by_text("Out of date: it stays readable and counts no longer.").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Survey of pupils").press("Enter")
    page.get_by_text("Counted until").wait_for()
    assert page.get_by_role("link", name="Withdraw").count() == 0
    check_accessible(page)
