"""The frame around every page: where you are, as at when, who you are."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.models import Partnership

from .places import current_place, shown_places, within, within_region


def frame(request: HttpRequest) -> dict[str, Any]:
    links: dict[str, Any] = {"accessibility_href": reverse("workspace:accessibility")}
    viewer = getattr(request, "viewer", None)
    if viewer is None or not viewer.is_signed_in:
        return links
    place = request.scope or _only_place(request)
    places = shown_places(viewer, place) if place else []
    return links | {
        "home_href": reverse("workspace:home"),
        "search_href": reverse("workspace:search"),
        "navigation": current_place(places, request.path) if place else _other_places(request),
        "within": within_region(request.path) if _oversees(request) else within(places, request.path),
        "scope": _scope(request, place),
        "as_at": {
            "date": request.as_at,
            "is_today": request.as_at == request.today,
            "form_action": reverse("workspace:as_at"),
        },
        "account": {"name": viewer.name, "href": reverse("accounts:own"), "sign_out_href": reverse("account_logout")},
        "footer_links": _footer_links(request, place),
    }


def _oversees(request: HttpRequest) -> bool:
    return bool(request.viewer.partnerships(Deed.OVERSEE))


def _only_place(request: HttpRequest) -> Partnership | None:
    """On pages that belong to no partnership, the partnership of those who have one and nothing else."""
    held = {h.partnership_id for h in request.viewer.held}
    ids = request.viewer.partnerships(Deed.READ)
    overseeing = request.viewer.partnerships(Deed.OVERSEE)
    return Partnership.objects.filter(pk__in=ids).first() if len(ids) == 1 and held == ids and not overseeing else None


def _scope(request: HttpRequest, place: Partnership | None) -> dict[str, str] | None:
    if place is None:
        return None
    return {
        "partnership_name": place.name,
        "partnership_href": reverse("workspace:partnership", args=[place.slug]),
        "switch_href": reverse("workspace:home") if len({h.partnership_id for h in request.viewer.held}) > 1 else "",
    }


def _other_places(request: HttpRequest) -> list[dict[str, Any]]:
    places = [("Home", reverse("workspace:home"))]
    if request.viewer.partnerships(Deed.OVERSEE):
        places.append(("Region", reverse("workspace:region")))
    if request.viewer.may(Deed.MANAGE_ACCOUNTS, None):
        places.append(("Accounts", reverse("accounts:all")))
    if request.viewer.may(Deed.KEEP_SHARED_DIRECTORY, None):
        places.append(("Shared directory", reverse("directory:shared_organisations")))
        places.append(("Law kept for all", reverse("law:kept")))
    return [
        {
            "text": text,
            "href": href,
            "current": request.path == href if text == "Home" else request.path.startswith(href),
        }
        for text, href in places
    ]


FURTHER: tuple[tuple[str, str, Deed], ...] = (
    ("Areas", "governance:areas", Deed.READ),
    ("Who changed what", "accounts:changes", Deed.READ_TRAIL),
    ("People who sign in", "accounts:people", Deed.MANAGE_ACCOUNTS),
    ("Roles to review", "workspace:review_roles", Deed.MANAGE_ACCOUNTS),
    ("Sharing", "accounts:sharing", Deed.CHOOSE_SHARING),
)
"""Places one level down, at the foot of every page."""


def _footer_links(request: HttpRequest, place: Partnership | None) -> list[dict[str, str]]:
    links = [
        {"text": text, "href": reverse(name, args=[place.slug])}
        for text, name, deed in FURTHER
        if place and request.viewer.may(deed, place.pk)
    ]
    links += [{"text": "Rules", "href": reverse("gaps:rules")}, {"text": "Roles", "href": reverse("accounts:roles")}]
    return links
