"""The gallery in a real browser: every component, by keyboard, at desk and phone width."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import DESKTOP, PHONE, check_accessible

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gallery(page: Page, live_server) -> Page:
    page.goto(f"{live_server.url}/gallery?actions-q=part+12")
    expect(page.locator("body.govuk-frontend-supported")).to_be_visible()
    return page


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_component_is_accessible_at_desk_and_phone_width(gallery: Page, size: dict[str, int]) -> None:
    gallery.set_viewport_size(size)
    check_accessible(gallery)


def test_nothing_runs_off_the_page_at_four_hundred_per_cent(gallery: Page) -> None:
    gallery.set_viewport_size({"width": 320, "height": 256})
    check_accessible(gallery)


def test_open_menus_and_details_are_accessible_too(gallery: Page) -> None:
    gallery.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    check_accessible(gallery)


def test_a_table_sorts_from_the_keyboard_and_keeps_its_filter(gallery: Page) -> None:
    heading = gallery.get_by_role("columnheader", name="Due")
    heading.get_by_role("link").press("Enter")
    expect(gallery.get_by_role("columnheader", name="Due")).to_have_attribute("aria-sort", "ascending")
    expect(gallery.get_by_text("33 of 500 shown, filtered by words ‘part 12’.")).to_be_visible()


def test_choosing_a_filter_narrows_the_table_and_clearing_brings_all_back(gallery: Page) -> None:
    gallery.get_by_label("State", exact=True).select_option("Overdue")
    gallery.get_by_role("button", name="Filter").click()
    expect(gallery.get_by_text("filtered by words ‘part 12’ and state ‘Overdue’")).to_be_visible()
    gallery.get_by_role("link", name="Clear filters").click()
    expect(gallery.get_by_text("1 to 100 of 500 shown.")).to_be_visible()


def test_a_long_select_is_searched_by_typing_and_sends_what_was_chosen(gallery: Page) -> None:
    box = gallery.get_by_role("combobox", name="Post").first
    box.fill("number 37")
    expect(gallery.get_by_role("option", name="Post number 37")).to_be_visible()
    check_accessible(gallery, within="#id_good-owner-list")
    box.press("ArrowDown")
    box.press("Enter")
    expect(box).to_have_value("Post number 37")
    assert gallery.locator("select[name='good-owner']").input_value() == "37"
    box.fill("no such post")
    box.press("Tab")
    expect(box).to_have_value("Post number 37")


def test_the_words_behind_a_mark_show_on_focus_and_go_with_escape(gallery: Page) -> None:
    gallery.locator("a.sl-mark").first.focus()
    tip = gallery.locator(".sl-tip")
    expect(tip).to_have_text("Present: A. Example, Eastmarsh Council")
    gallery.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_an_error_in_the_summary_leads_to_its_input(gallery: Page) -> None:
    gallery.get_by_role("link", name="Enter a real date, such as 27 3 2026").click()
    assert gallery.evaluate("document.activeElement.id") == "id_bad-due_on_day"


def test_single_key_shortcuts_open_help_and_search_and_can_be_turned_off(gallery: Page) -> None:
    gallery.evaluate("document.activeElement.blur()")
    gallery.keyboard.press("?")
    expect(gallery.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    check_accessible(gallery, within="#sl-keys")
    gallery.get_by_label("Turn single-key shortcuts off on this device").check()
    gallery.keyboard.press("Escape")
    gallery.keyboard.press("/")
    assert gallery.evaluate("document.activeElement.id") != "sl-search"


def test_the_first_stop_of_the_keyboard_is_the_way_past_the_header(page: Page, live_server) -> None:
    page.goto(f"{live_server.url}/gallery?actions-q=part+12")
    page.evaluate("document.activeElement.blur()")
    first = page.get_by_role("link", name="Skip to main content")
    first.focus()
    first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_the_page_can_be_read_and_sorted_without_script(browser, live_server) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = context.new_page()
    plain.goto(f"{live_server.url}/gallery?actions-q=part+12")
    expect(plain.get_by_role("heading", level=1)).to_have_text("Gallery of components")
    expect(plain.locator("select[name='good-owner']")).to_be_visible()
    plain.get_by_label("State", exact=True).select_option("Done")
    plain.get_by_role("button", name="Filter").click()
    expect(plain.get_by_text("state ‘Done’")).to_be_visible()
    context.close()


def test_printing_leaves_the_words_and_drops_the_furniture(gallery: Page) -> None:
    gallery.emulate_media(media="print")
    expect(gallery.locator(".sl-header__bar")).to_be_hidden()
    expect(gallery.locator(".sl-filters").first).to_be_hidden()
    expect(gallery.get_by_role("heading", level=1)).to_be_visible()


def test_words_that_tell_of_a_child_are_said_while_they_are_typed(gallery: Page) -> None:
    area = gallery.get_by_label("What was learned?").first
    area.press_sequentially("The 7-year-old was not seen alone")
    said = gallery.get_by_role("status").filter(has_text="the age of one child")
    expect(said.first).to_be_visible()
    check_accessible(gallery)
    area.fill("Supervision was not recorded")
    expect(said).to_have_count(0)
