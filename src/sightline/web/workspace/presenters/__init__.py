"""The frame around every page: where you are, as at when, who you are."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed

PLACES: tuple[tuple[str, str, Deed], ...] = (
    ("Home", "workspace:partnership", Deed.READ),
    ("Structure", "governance:structure", Deed.READ),
    ("Boards", "governance:boards", Deed.READ),
    ("Meetings", "meetings:list", Deed.READ),
    ("Attendance", "meetings:attendance_across", Deed.READ),
    ("Actions", "actions:list", Deed.READ),
    ("Recommendations", "recommendations:list", Deed.READ),
    ("Findings", "gaps:findings", Deed.READ),
    ("Documents", "library:documents", Deed.READ),
    ("Tray", "intake:tray", Deed.BRING_IN_PAPERS),
    ("People", "directory:people", Deed.READ),
)
"""The places of a partnership with the deed that opens each: a person sees only those their roles use."""


def frame(request: HttpRequest) -> dict[str, Any]:
    links: dict[str, Any] = {"accessibility_href": reverse("workspace:accessibility")}
    viewer = getattr(request, "viewer", None)
    if viewer is None or not viewer.is_signed_in:
        return links
    return links | {
        "home_href": reverse("workspace:home"),
        "search_href": reverse("workspace:search"),
        "navigation": _partnership_places(request) if request.scope else _other_places(request),
        "scope": _scope(request),
        "as_at": {
            "date": request.as_at,
            "is_today": request.as_at == request.today,
            "form_action": reverse("workspace:as_at"),
        },
        "account": {"name": viewer.name, "href": reverse("accounts:own"), "sign_out_href": reverse("account_logout")},
        "footer_links": _footer_links(request),
    }


def _scope(request: HttpRequest) -> dict[str, str] | None:
    if request.scope is None:
        return None
    return {
        "partnership_name": request.scope.name,
        "partnership_href": reverse("workspace:partnership", args=[request.scope.slug]),
        "switch_href": reverse("workspace:home") if len(request.viewer.held) > 1 else "",
    }


def _partnership_places(request: HttpRequest) -> list[dict[str, Any]]:
    may = [(text, name) for text, name, deed in PLACES if request.viewer.may(deed, request.scope.pk)]
    return [_place(request, text, reverse(name, args=[request.scope.slug])) for text, name in may]


def _other_places(request: HttpRequest) -> list[dict[str, Any]]:
    places = [_place(request, "Home", reverse("workspace:home"))]
    if request.viewer.partnerships(Deed.OVERSEE):
        places.append(_place(request, "Region", reverse("workspace:region")))
    if request.viewer.may(Deed.MANAGE_ACCOUNTS, None):
        places.append(_place(request, "Accounts", reverse("accounts:all")))
    return places


def _place(request: HttpRequest, text: str, href: str) -> dict[str, Any]:
    here = request.path == href if text == "Home" else request.path.startswith(href)
    return {"text": text, "href": href, "current": here}


FURTHER: tuple[tuple[str, str, Deed], ...] = (
    ("Organisations", "directory:organisations", Deed.READ),
    ("Lead roles", "governance:roles", Deed.READ),
    ("Responsibilities", "governance:responsibilities", Deed.READ),
    ("Areas", "governance:areas", Deed.READ),
    ("Law and guidance", "law:list", Deed.READ),
    ("Who changed what", "accounts:changes", Deed.READ_TRAIL),
    ("People who sign in", "accounts:people", Deed.MANAGE_ACCOUNTS),
    ("Sharing", "accounts:sharing", Deed.CHOOSE_SHARING),
)
"""Places one level down, at the foot of every page."""


def _footer_links(request: HttpRequest) -> list[dict[str, str]]:
    links = [
        {"text": text, "href": reverse(name, args=[request.scope.slug])}
        for text, name, deed in FURTHER
        if request.scope and request.viewer.may(deed, request.scope.pk)
    ]
    links += [{"text": "Rules", "href": reverse("gaps:rules")}, {"text": "Roles", "href": reverse("accounts:roles")}]
    return links
