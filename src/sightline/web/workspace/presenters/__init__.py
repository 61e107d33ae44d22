"""The frame around every page: where you are, as at when, who you are."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse


def frame(request: HttpRequest) -> dict[str, Any]:
    links = {"accessibility_href": reverse("workspace:accessibility")}
    viewer = getattr(request, "viewer", None)
    if viewer is None or not viewer.is_signed_in:
        return links
    return links | {
        "home_href": reverse("workspace:home"),
        "scope": _scope(request),
        "as_at": {
            "date": request.as_at,
            "is_today": request.as_at == request.today,
            "form_action": reverse("workspace:as_at"),
        },
        "account": {"name": viewer.name, "sign_out_href": reverse("account_logout")},
    }


def _scope(request: HttpRequest) -> dict[str, str] | None:
    if request.scope is None:
        return None
    return {
        "partnership_name": request.scope.name,
        "partnership_href": reverse("workspace:partnership", args=[request.scope.slug]),
        "switch_href": reverse("workspace:home") if len(request.viewer.held) > 1 else "",
    }
