"""Puts the viewer, the partnership in scope and the as-at date on each request; opens the clock once, here."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import viewer_for

AS_AT = "as_at"


class ViewerMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.today = timezone.localdate()
        request.viewer = viewer_for(request.user, request.today)
        request.scope = None
        request.as_at = _as_at(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Takes `partnership` out of the address: views find it in `request.scope`."""
        slug = kwargs.pop("partnership", None)
        if slug is None:
            return
        request.scope = Partnership.objects.filter(slug=slug).first()
        if request.scope is None and request.viewer.is_signed_in:
            raise Http404


def _as_at(request: HttpRequest) -> date:
    """A date in the address (shareable) wins over the one chosen in this session; never later than today."""
    chosen = request.GET.get("as-at") or request.session.get(AS_AT, "")
    try:
        return min(date.fromisoformat(chosen), request.today)
    except ValueError:
        return request.today
