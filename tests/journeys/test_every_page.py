"""Every page that is listed opens in a real browser with one heading, and axe finds nothing at desk or phone width.

Set JOURNEY_PICTURES to a folder to keep a picture of each page at both widths.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sightline.foundation.accounts.domain import Role
from tests.access.objects import MAKERS
from tests.access.routes import Listed, listed_routes, real_routes
from tests.browser import DESKTOP, PHONE, check_accessible, sign_in_browser
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ROUTES = real_routes()
SHOTS = os.environ.get("JOURNEY_PICTURES", "")


def _addresses(world: World) -> Iterator[tuple[Listed, str]]:
    made: dict[str, dict[str, object]] = {}
    for line in listed_routes():
        route = ROUTES[line.name]
        if line.maker != "-" and line.maker not in made:
            made[line.maker] = MAKERS[line.maker](world, world.own)
        parts = {} if line.maker == "-" else dict(made[line.maker])
        if route.is_of_a_partnership:
            parts["partnership"] = world.own.slug
        if "<" not in route.pattern or parts:
            yield line, reverse(line.name, kwargs=parts)


def _faults(page: Page, address: str, name: str) -> Iterator[str]:
    asked = page.request.get(address, max_redirects=0)
    if asked.status != 200 or "html" not in asked.headers.get("content-type", ""):
        return  # what it answers instead (a redirect, a file, "POST only") is tests/access's business
    page.route(address, lambda route: route.fulfill(response=asked), times=1)  # made once, not again for the browser
    page.goto(address)
    headings = page.locator("h1").count()
    if headings != 1:
        yield f"{name}: {headings} main headings"
    for width, size in (("desktop", DESKTOP), ("phone", PHONE)):
        page.set_viewport_size(size)
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name.replace(':', '-')}-{width}.png", full_page=True)
        try:
            check_accessible(page)
        except AssertionError as found:
            yield f"{name}, {width}: {found}"


@pytest.mark.parametrize("who", [None, Role.BUSINESS_MANAGER, Role.ADMINISTRATOR], ids=lambda who: who or "a stranger")
def test_every_page_has_one_heading_and_is_accessible(who: Role | None, page: Page, live_server, world: World) -> None:
    if who:
        sign_in_browser(page, live_server.url, world.people[who])
    faults: list[str] = []
    for line, address in _addresses(world):
        everywhere = line.opens.endswith(" everywhere")
        if {None: line.opens == "everyone", Role.ADMINISTRATOR: everywhere}.get(who, not everywhere):
            faults += _faults(page, live_server.url + address, line.name)
    assert not faults, "\n".join(faults)
