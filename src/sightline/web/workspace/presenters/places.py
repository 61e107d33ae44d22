"""The places of a partnership and the pages in each: a person sees only those that their roles open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership


@dataclass(frozen=True, slots=True)
class Page:
    """`also` are beginnings of further addresses, below the partnership's, that belong to this page."""

    text: str
    name: str
    deed: Deed = Deed.READ
    also: tuple[str, ...] = ()


PLACES: tuple[tuple[str, tuple[Page, ...]], ...] = (
    ("Home", (Page("Home", "workspace:partnership"),)),
    (
        "Boards",
        (
            Page("Structure", "governance:structure", also=("boards", "arrangements")),
            Page("Meetings", "meetings:list"),
            Page("Attendance", "meetings:attendance_across"),
            Page("Referrals", "meetings:referrals"),
            Page("Responsibilities", "governance:responsibilities"),
        ),
    ),
    (
        "Promises",
        (
            Page("From promise to impact", "progress:chain"),
            Page("Priorities", "plan:priorities"),
            Page("Actions", "actions:list"),
            Page("Recommendations", "recommendations:list"),
            Page("Evidence", "evidence:list"),
            Page("Challenges", "challenges:list"),
            Page("Required plans", "plan:plans"),
            Page("Reminders", "reminders:who", Deed.SET_REMINDERS),
        ),
    ),
    (
        "Learning",
        (
            Page("Reviews", "reviews:register"),
            Page("Themes", "reviews:themes"),
            Page("Incidents", "reviews:incidents", Deed.READ_INCIDENTS),
            Page("Rapid reviews", "reviews:rapid_reviews", Deed.READ_INCIDENTS),
            Page("Briefings", "learning:briefings"),
            Page("Receipt by agency", "learning:agencies"),
            Page("Tracker", "learning:tracks"),
            Page("Practice", "learning:practice"),
            Page("Voice", "learning:voice"),
        ),
    ),
    ("Findings", (Page("Findings", "gaps:findings"),)),
    (
        "Documents",
        (
            Page("Documents", "library:documents"),
            Page("Tray", "intake:tray", Deed.BRING_IN_PAPERS),
            Page("Import", "imports:list", Deed.BRING_IN_PAPERS),
            Page("Law and guidance", "law:list"),
        ),
    ),
    (
        "People",
        (
            Page("People", "directory:people", also=("posts",)),
            Page("Organisations", "directory:organisations"),
            Page("Lead roles", "governance:roles"),
        ),
    ),
)

OF_THE_REGION: tuple[tuple[str, str], ...] = (
    ("Partnerships", "workspace:region"),
    ("Attendance", "workspace:region_attendance"),
    ("Findings", "workspace:region_findings"),
    ("Documents", "workspace:region_documents"),
    ("Priorities", "plan:region_themes"),
    ("Required plans", "plan:region_plans"),
    ("Themes of reviews", "reviews:regional_themes"),
    ("Recommendations", "recommendations:regional"),
    ("Learning", "learning:region"),
    ("Law", "law:region"),
)
"""Pages of those who oversee a region: what its partnerships share, side by side."""


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str
    beginnings: tuple[str, ...]
    """Addresses that begin so lie in this page; the home page's is met whole."""


@dataclass(frozen=True, slots=True)
class Place:
    text: str
    links: tuple[Link, ...]


def shown_places(viewer: Viewer, partnership: Partnership) -> list[Place]:
    base = reverse("workspace:partnership", args=[partnership.slug])
    places = []
    for text, pages in PLACES:
        links = tuple(_link(page, partnership.slug, base) for page in pages if viewer.may(page.deed, partnership.pk))
        if links:
            places.append(Place(text, links))
    return places


def _link(page: Page, slug: str, base: str) -> Link:
    href = reverse(page.name, args=[slug])
    return Link(page.text, href, (href, *(base + part for part in page.also)))


def current_place(places: Sequence[Place], path: str) -> list[dict[str, Any]]:
    """Each place leads to the first of its pages; the one that the address lies in is current."""
    here = _here(places, path)
    return [{"text": p.text, "href": p.links[0].href, "current": here is not None and here in p.links} for p in places]


def within(places: Sequence[Place], path: str) -> dict[str, Any] | None:
    """The pages of the place that the address lies in, where it has more than one."""
    here = _here(places, path)
    place = next((p for p in places if here in p.links), None)
    if place is None or len(place.links) == 1:
        return None
    links = [{"text": link.text, "href": link.href, "current": link is here} for link in place.links]
    return {"label": place.text, "links": links}


def _here(places: Sequence[Place], path: str) -> Link | None:
    """The page whose address the path begins with the longest; a board's attendance belongs to attendance."""
    links = [link for place in places for link in place.links]
    if path.endswith("/attendance") and (found := next((x for x in links if x.text == "Attendance"), None)):
        return found
    home = links[0].href if links else ""
    met = [
        (len(start), link)
        for link in links
        for start in link.beginnings
        if (path == start if start == home else path.startswith(start))
    ]
    return max(met, key=lambda one: one[0])[1] if met else None


def within_region(path: str) -> dict[str, Any] | None:
    """The pages of the region, on each of them."""
    first = reverse(OF_THE_REGION[0][1])
    if not path.startswith(first):
        return None
    also = {"Priorities": reverse("plan:vocabulary")}
    links = [Link(t, href := reverse(name), (href, also.get(t, href))) for t, name in OF_THE_REGION]
    met = [x for x in links if path == x.href or (x.href != first and path.startswith(x.beginnings))]
    here = max(met, key=lambda link: len(link.href), default=None)
    return {
        "label": "The region",
        "links": [{"text": link.text, "href": link.href, "current": link is here} for link in links],
    }
