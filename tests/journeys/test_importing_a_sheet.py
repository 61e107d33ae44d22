"""A business manager brings in the actions that were kept in Excel: tried out, mended, added."""

import pytest
from playwright.sync_api import Page, expect

from sightline.oversight.imports.models import Import
from sightline.oversight.imports.tasks import work_on
from sightline.record.actions.models import Action
from tests.access.of_imports import workbook
from tests.browser import PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HEADINGS = ["Number", "Action", "Due on", "Colour"]


def bring(page: Page, address: str, rows: list[list[str]]) -> None:
    """Chosen by keyboard; the background work is done here in place of a worker."""
    page.goto(f"{address}bring")
    page.get_by_label("Actions").press("Space")
    page.get_by_label("The workbook").set_input_files(
        {"name": "ours.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": workbook([HEADINGS, *rows])}
    )
    page.get_by_role("button", name="Try it out").press("Enter")
    expect(page.get_by_text("being tried out")).to_be_visible()
    work_on.func(Import.objects.latest("pk").pk)


def test_a_sheet_is_tried_out_mended_and_added(page: Page, live_server, world: World) -> None:
    sign_in_browser(page, live_server.url, world.manager)
    address = f"{live_server.url}/p/{world.own.slug}/import/"
    page.goto(address)
    check_accessible(page)

    bring(page, address, [["1", "Paint the pier", "soon", "red"], ["2", "Sweep it", "27/3/2027", "blue"]])
    expect(page.get_by_text("1 row must be mended first.")).to_be_visible()
    expect(
        page.get_by_role("row", name="Actions C 2 “soon” is not a date. Enter a day such as 27/03/2027.")
    ).to_be_visible()
    expect(page.get_by_text("left out: D, Colour")).to_be_visible()
    check_accessible(page)
    page.set_viewport_size(PHONE)
    check_accessible(page)
    assert not Action.objects.exists()

    bring(page, address, [["1", "Paint the pier", "1/3/2027", ""], ["2", "Sweep it", "27/3/2027", ""]])
    expect(page.get_by_text("2 rows can be added.")).to_be_visible()
    page.get_by_role("button", name="Add them").press("Enter")
    page.get_by_role("button", name="Add them").press("Enter")
    expect(page.get_by_text("The rows are being added, all of them or none.")).to_be_visible()
    work_on.func(Import.objects.latest("pk").pk)
    expect(page.get_by_text("2 rows were added.")).to_be_visible()
    assert Action.objects.count() == 2
