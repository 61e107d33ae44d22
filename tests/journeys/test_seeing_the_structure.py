"""Story 6. Anyone sees the structure: as diagram, list and table, with who sits where, as at any date."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import record_person
from sightline.partnership.governance import commands
from sightline.partnership.governance.domain import BoardKind, Capacity, LineKind
from sightline.partnership.governance.models import Board
from tests.browser import PHONE, check_accessible, sign_in_browser
from tests.world import STARTED, World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def group(world: World) -> Board:
    """An executive and a group that answers to it, renamed in 2022, with one seat filled and one vacant."""
    given = {"partnership": world.own, "started_on": STARTED, "by": None}
    executive = commands.create_board(name="Executive", kind=BoardKind.EXECUTIVE, **given)
    group = commands.create_board(name="Audit Group", kind=BoardKind.SUBGROUP, **given)
    commands.draw_line(board=group, to_board=executive, kind=LineKind.REPORTS_TO, started_on=STARTED, by=None)
    chair = commands.create_seat(board=group, title="Chair", capacity=Capacity.CHAIR, started_on=STARTED, by=None)
    person = record_person(partnership=world.own, name="Wyn Adair", by=None)
    commands.seat_person(seat=chair, person=person, started_on=STARTED, by=None)
    commands.create_seat(board=group, title="Health", started_on=STARTED, by=None)
    commands.rename_board(board=group, name="Quality Group", on=date(2022, 1, 1), by=None)
    return group


def structure(server: str, world: World) -> str:
    return server + reverse("governance:structure", args=[world.own.slug])


def test_a_scrutineer_goes_from_the_diagram_to_a_board_by_keyboard(page: Page, live_server, world, group) -> None:
    sign_in_browser(page, live_server.url, world.people[Role.SCRUTINEER])
    page.goto(structure(live_server.url, world))
    diagram = page.get_by_role("group", name="Structure of Ashvale")
    box = diagram.get_by_role("link", name="Quality Group")
    assert "Chair: Wyn Adair" in box.text_content() and "1 of 2 seats vacant" in box.text_content()
    check_accessible(page)
    box.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Quality Group", level=1).wait_for()
    assert page.get_by_text("Vacant", exact=True).count() == 1
    assert page.get_by_role("link", name="Add a seat").count() == 0
    check_accessible(page)


def test_the_structure_is_seen_as_it_was(page: Page, live_server, world, group) -> None:
    sign_in_browser(page, live_server.url, world.people[Role.MEMBER])
    page.goto(structure(live_server.url, world))
    page.get_by_label("The structure as it became on").select_option("2020-04-01")
    page.get_by_role("button", name="Show", exact=True).click()
    page.get_by_role("group", name="Structure of Ashvale").get_by_role("link", name="Audit Group").wait_for()
    assert page.get_by_text("Quality Group").count() == 0
    check_accessible(page)


def test_a_manager_fills_a_vacant_seat_on_a_phone(page: Page, live_server, world, group) -> None:
    record_person(partnership=world.own, name="Noor Bright", by=None)
    sign_in_browser(page, live_server.url, world.people[Role.BUSINESS_MANAGER])
    page.set_viewport_size(PHONE)
    page.goto(live_server.url + reverse("governance:board", args=[world.own.slug, group.pk]))
    page.get_by_role("link", name="Change the seat Health").click()
    page.get_by_role("button", name="Say who sits here").click()
    check_accessible(page)
    page.get_by_label("Person").select_option(label="Noor Bright")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Noor Bright", exact=True).wait_for()
    check_accessible(page)
    page.goto(structure(live_server.url, world))
    assert "All 2 seats filled" in page.get_by_role("group", name="Structure of Ashvale").text_content()
    check_accessible(page)
