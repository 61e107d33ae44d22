"""The partnership itself, and the forms that say which areas it covers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.partnership.directory.domain.dates import day_after
from sightline.partnership.directory.views.answering import answer

from .. import commands, forms, queries
from ..models import CoveredArea
from ..presenters.arrangements import arrangements_page
from .structure import may_change, structure_tabs


def _back(request: HttpRequest) -> str:
    return reverse("governance:arrangements", args=[request.scope.slug])


@opens_with(Deed.READ)
def arrangements(request: HttpRequest) -> HttpResponse:
    page = arrangements_page(
        request.scope,
        queries.covered_rows(request.scope),
        queries.partner_rows(request.scope, request.as_at),
        queries.before_and_after(request.scope),
        request.as_at,
        may_change(request),
    )
    shown = {
        "page": page,
        "tabs": structure_tabs(request.scope.slug, "governance:arrangements"),
        "may_keep": may_change(request),
    }
    return render(request, "governance/arrangements.html", shown)


@opens_with(Deed.KEEP_BOARDS)
def cover(request: HttpRequest) -> HttpResponse:
    return answer(
        request,
        forms.CoverForm(request.POST or None),
        lambda data: commands.cover_area(partnership=request.scope, by=request.user, **data),
        title="Add an area that the arrangements cover",
        button="Add the area",
        back=_back(request),
        saved="The area is added.",
    )


@opens_with(Deed.KEEP_BOARDS)
def stop(request: HttpRequest, covered: int) -> HttpResponse:
    rows = CoveredArea.objects.filter(partnership=request.scope, ended_on__isnull=True).select_related("area")
    found = get_object_or_404(rows, pk=covered)
    return answer(
        request,
        forms.EndForm(request.POST or None),
        lambda data: commands.stop_covering_area(covered=found, on=day_after(data["last_day"]), by=request.user),
        title=f"The arrangements no longer cover {found.area.name}",
        button="Save",
        back=_back(request),
        saved="Saved. Earlier dates keep it.",
        warning=True,
    )
