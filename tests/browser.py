"""A real browser for the journeys: the fixtures `browser` and `page`, and `check_accessible`.

They skip, saying so, where there is no Chromium; under CI they fail instead. A page that writes an error to its console
(a script that breaks, something the content security policy refused) fails its journey.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

AXE = (Path(__file__).parent / "vendor/axe.min.js").read_text(encoding="utf-8")
PHONE = {"width": 375, "height": 812}
DESKTOP = {"width": 1280, "height": 900}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe's own list of what may stand outside landmarks, and the back link: the Design System puts it before the main
# landmark, so that the skip link passes it.
OUTSIDE = "dialog, [role=dialog], [role=alertdialog], svg, .govuk-back-link"
_ARGUMENTS = [
    "headless=new",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
]
_ARGUMENTS += ["disable-component-update", "disable-sync"]


def _chromium() -> str:
    found = os.environ.get("CHROMIUM") or which("chromium") or which("chromium-browser") or which("google-chrome")
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("no Chromium is installed, and under CI the journeys must run (apt install chromium)")
    pytest.skip("no Chromium is installed: apt install chromium libatomic1 fonts-liberation")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright runs an event loop in this thread, and Django would refuse every database call because of it.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    path = _chromium()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            arguments = [f"--{argument}" for argument in _ARGUMENTS]
            opened = playwright.chromium.launch(executable_path=path, args=arguments)
            yield opened
            opened.close()
    finally:
        if before is None:
            os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP, locale="en-GB", timezone_id="Europe/London")
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    troubles: list[str] = []
    opened.on("console", lambda message: troubles.append(_words(message)) if message.type == "error" else None)
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    yield opened
    context.close()
    assert not troubles, f"the browser complained: {troubles}"


def _words(message: ConsoleMessage) -> str:
    return f"{message.text} ({message.location.get('url', '')})"


def sign_in_browser(page: Page, server: str, user: Any) -> None:
    """Signs in without the sign-in page, which has a journey of its own."""
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": server}])


def check_accessible(page: Page, *, within: str = "") -> None:
    """Fails with what axe finds against WCAG 2.2 AA and its best practices, and when the page scrolls sideways."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    page.evaluate("matcher => axe.configure({checks: [{id: 'region', options: {regionMatcher: matcher}}]})", OUTSIDE)
    asked = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found = page.evaluate("([place, asked]) => axe.run(place || document, asked)", [within, asked])
    if found["violations"]:
        raise AssertionError("\n".join(_violation(one) for one in found["violations"]))
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room, f"the page is {wide} pixels wide in a window of {room}: it scrolls sideways"


def _violation(one: dict[str, Any]) -> str:
    places = "; ".join(" ".join(map(str, node["target"])) + " " + node["failureSummary"] for node in one["nodes"][:5])
    return f"{one['id']} ({one['impact']}): {one['help']}: {places}"
