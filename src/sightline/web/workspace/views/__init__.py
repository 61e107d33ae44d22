from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_signed_in, opens_to_everyone, opens_with
from sightline.foundation.accounts.queries import partnerships_visible_to

from ..presenters import home as presenters
from ..queries import home as queries


@opens_signed_in
def home(request: HttpRequest) -> HttpResponse:
    """Straight to the one place a person has; a choice for those with several."""
    cards = presenters.place_cards(request.viewer, partnerships_visible_to(request.viewer))
    if len(cards) == 1:
        return redirect(cards[0].href)
    return render(request, "workspace/places.html", {"cards": cards})


@opens_with(Deed.READ)
def partnership_home(request: HttpRequest) -> HttpResponse:
    scope, on = request.scope, request.as_at
    may_read_trail = request.viewer.may(Deed.READ_TRAIL, scope.pk)
    page = presenters.home_page(
        scope,
        queries.needs_of(request.viewer, scope, on),
        queries.coming_meetings(scope, on),
        queries.slipping_boards(scope, on),
        queries.changed_this_week(scope, on) if may_read_trail else [],
        on,
    )
    return render(request, "workspace/home.html", {"page": page})


@require_POST
@opens_signed_in
def choose_as_at(request: HttpRequest) -> HttpResponse:
    """Keeps the date in this session and goes back to the page; an empty or impossible date returns to today."""
    chosen = _date(request.POST.get("on", ""))
    if chosen and chosen < request.today:
        request.session["as_at"] = chosen.isoformat()
    else:
        request.session.pop("as_at", None)
    onwards = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(onwards, allowed_hosts=None):
        onwards = "/"
    return redirect(onwards)


def _date(written: str) -> date | None:
    try:
        return parse_date(written)
    except ValueError:
        return None


@opens_to_everyone
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "workspace/accessibility.html")
