"""The frame around every page: where you are, as at when, who you are."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse


def frame(request: HttpRequest) -> dict[str, Any]:
    viewer = getattr(request, "viewer", None)
    if viewer is None or not viewer.is_signed_in:
        return {"navigation": [], "scope": None, "as_at": None, "account": None}
    return {
        "navigation": [],
        "scope": {"partnership_name": request.scope.name} if request.scope else None,
        "as_at": {"date": request.as_at, "is_today": request.as_at == request.today},
        "account": {"name": viewer.name, "sign_out_href": reverse("account_logout")},
    }
