"""A business manager drops papers in and decides on what they propose, by keyboard alone, at desk and phone width."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from sightline.foundation.accounts.domain import Role
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.tasks import read_now
from sightline.oversight.intake.tests.trays import MINUTES, minutes_of_executive
from sightline.record.meetings.models import Attendance, Meeting
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def manager(page: Page, live_server, world: World) -> Page:
    sign_in_browser(page, live_server.url, world.people[Role.BUSINESS_MANAGER])
    return page


def test_papers_dropped_in_come_alive_in_the_tray(manager: Page, live_server, world: World, tmp_path):
    """Given some files, when she chooses them, then each becomes a line that says what was found; the same one says so."""
    files = []
    for n in range(3):
        path = tmp_path / f"minutes {n}.txt"
        path.write_text(MINUTES if n < 2 else f"{MINUTES}\nAny other business: none.")
        files.append(path)
    manager.goto(live_server.url + reverse("intake:tray", args=[world.own.slug]))
    manager.set_input_files("input[type=file]", files)
    manager.get_by_role("button", name="Bring in").click()
    expect(manager.locator(".sl-paper")).to_have_count(3)
    expect(manager.get_by_text("The same file as")).to_have_count(1)
    for paper in Paper.objects.filter(same_as=None):
        read_now(paper.pk)
    expect(manager.get_by_text("to decide in")).to_have_count(2, timeout=10_000)
    check_accessible(manager)
    manager.set_viewport_size(PHONE)
    check_accessible(manager)


def test_a_paper_is_decided_with_the_keyboard_alone(manager: Page, live_server, world: World):
    """Given minutes that were read, when she says a word on each with one key, then the record holds them with sources."""
    paper = minutes_of_executive(world.own)
    manager.goto(live_server.url + reverse("intake:review", args=[world.own.slug, paper.pk]))
    check_accessible(manager)
    expect(manager.locator(".sl-card.is-active")).to_contain_text("Executive Board, 14 January 2026")
    expect(manager.locator("mark.is-lit").first).to_contain_text("14 January 2026")

    manager.keyboard.press("a")  # the meeting; the page is drawn anew, for now the others know their meeting
    expect(manager.locator(".sl-card.is-active")).to_contain_text("Rowan Tilley")
    assert Meeting.objects.get().board.name == "Executive Board"
    manager.keyboard.press("a")
    expect(manager.locator(".sl-card.is-active")).to_contain_text("Imogen Sparrow")
    manager.keyboard.press("r")
    expect(manager.locator(".sl-card.is-active")).to_contain_text("Priya Lockwood")
    manager.keyboard.press("u")  # the last word was too quick
    expect(manager.locator(".sl-card.is-active")).to_contain_text("Imogen Sparrow")
    manager.keyboard.press("c")
    name = manager.get_by_label("Person", exact=True)
    expect(name).to_be_focused()
    name.fill("Imogen Sparrow-Hale")
    manager.keyboard.press("Enter")
    expect(manager.locator(".sl-card--said")).to_have_count(3)
    expect(manager.locator(".sl-card.is-active")).to_contain_text("Priya Lockwood")

    manager.keyboard.press("Shift+A")
    expect(manager.get_by_role("heading", name="Accept 1 attendance?")).to_be_visible()
    manager.get_by_role("button", name="Accept them").focus()
    manager.keyboard.press("Enter")
    expect(manager.get_by_text("1 accepted.")).to_be_visible()
    names = sorted(Attendance.objects.values_list("person__name", "status"))
    assert names == [("Imogen Sparrow-Hale", "present"), ("Priya Lockwood", "apologies"), ("Rowan Tilley", "present")]

    manager.get_by_role("link", name="Finish for now").click()
    expect(manager.get_by_role("heading", name="What became of this paper")).to_be_visible()
    expect(manager.get_by_text("3 attendances")).to_be_visible()
    check_accessible(manager)


def test_a_hundred_proposals_take_about_one_key_each(manager: Page, live_server, world: World):
    """Given a paper with its meeting settled, when she accepts one by one, then each costs one key and no more."""
    paper = minutes_of_executive(world.own)
    manager.goto(live_server.url + reverse("intake:review", args=[world.own.slug, paper.pk]))
    total = manager.locator(".sl-card").count()
    for said in range(1, total + 1):
        manager.keyboard.press("a")
        expect(manager.locator(".sl-card--said")).to_have_count(said)
    expect(manager.locator("#review-said")).to_contain_text(f"All {total} decided")


def test_without_script_the_same_words_can_be_said(browser, live_server, world: World):
    """Given a browser without script, at phone width, when she presses the buttons, then the words are the same."""
    paper = minutes_of_executive(world.own)
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    sign_in_browser(page, live_server.url, world.people[Role.BUSINESS_MANAGER])
    page.goto(live_server.url + reverse("intake:review", args=[world.own.slug, paper.pk]))
    page.get_by_role("button", name="Accept", exact=True).first.click()
    expect(page.locator(".sl-card--said")).to_have_count(1)
    page.locator(".sl-card.is-active").get_by_role("button", name="Correct").click()
    page.get_by_label("Person", exact=True).fill("Rowan Tilley-Ward")
    page.get_by_role("button", name="Accept as corrected").click()
    assert Attendance.objects.get().person.name == "Rowan Tilley-Ward"
    page.locator(".sl-card.is-active").get_by_role("button", name="Refuse").click()
    expect(page.locator(".sl-card--said")).to_have_count(3)
    context.close()


def test_every_accepted_value_leads_to_its_words(manager: Page, live_server, world: World):
    """Given a document, when she opens a page of it at some words, then those words are lit."""
    paper = minutes_of_executive(world.own)
    manager.set_viewport_size(DESKTOP)
    start = MINUTES.index("Imogen")
    address = reverse("library:page", args=[world.own.slug, paper.version.document_id, 1, 1])
    manager.goto(f"{live_server.url}{address}?at={start}-{start + 14}#lit")
    expect(manager.locator("mark#lit")).to_have_text("Imogen Sparrow")
    check_accessible(manager)
