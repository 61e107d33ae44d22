"""Priorities of a region side by side: only what each partnership shares."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed, Topic
from sightline.foundation.accounts.doors import opens_anywhere_with
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by
from sightline.foundation.design.responses import table_download
from sightline.kernel.periods import Period, financial_year

from .. import queries
from ..models import Theme
from ..presenters import region as presented
from .loading import neighbours, region_or_404

overseers = opens_anywhere_with(Deed.OVERSEE)
YEARS_OFFERED = 6


def answer(request: HttpRequest, page: presented.RegionPage) -> HttpResponse:
    return table_download(request, page.table) or render(request, "plan/region.html", {"page": page})


@overseers
def themes(request: HttpRequest) -> HttpResponse:
    region = region_or_404(request)
    partnerships = neighbours(request, region)
    shared = request.viewer.shares(Topic.PRIORITIES)
    ids = [p.pk for p in partnerships if p.pk in shared]
    found = queries.by_theme(ids, region.pk, request.as_at)
    own = request.viewer.partnerships(Deed.READ)
    usable = _themes_shown(region, found, request.as_at)
    page = presented.themes_matrix(
        found, usable, partnerships, shared, own, request.as_at, request.path, whole="export" in request.GET
    )
    return answer(request, page)


def _themes_shown(region: Partnership, found: queries.ByTheme, on: date) -> list[Theme]:
    """The vocabulary in use, and what has ended but is still spoken of."""
    usable = {theme.pk: theme for theme in queries.themes_for(region, on)}
    usable |= {pk: found.themes[pk] for pk, _ in found.cells}
    return sorted(usable.values(), key=lambda theme: theme.label.casefold())


@overseers
def changes(request: HttpRequest) -> HttpResponse:
    """This year against the year before it (`?year=2025` for the year from April 2025)."""
    region = region_or_404(request)
    partnerships = neighbours(request, region)
    shared = request.viewer.shares(Topic.PRIORITIES) & {p.pk for p in partnerships}
    year = _year(request)
    last = min((year.last_day or request.as_at), request.as_at)
    now = queries.by_theme(shared, region.pk, last)
    before = queries.by_theme(shared, region.pk, year.start - timedelta(days=1), wording_on=last)
    shown = sorted({now.themes[pk] for pk, _ in (*now.cells, *before.cells)}, key=lambda one: one.label.casefold())
    years = _years(request.as_at)
    page = presented.changes_page(before, now, shown, partnerships, shared, year, years, request.path)
    return answer(request, page)


def _year(request: HttpRequest) -> Period:
    asked = request.GET.get("year", "")
    running = financial_year(request.as_at)
    if asked.isdecimal() and 1990 <= int(asked) <= running.start.year:
        return financial_year(date(int(asked), 4, 1))
    return running


def _years(on: date) -> Sequence[Period]:
    first = financial_year(on).start.year
    return [financial_year(date(first - step, 4, 1)) for step in range(YEARS_OFFERED)]


@overseers
def of_partnership(request: HttpRequest, slug: str) -> HttpResponse:
    """The words behind a cell of the matrix."""
    found = partnerships_overseen_by(request.viewer).select_related("overseen_by").filter(slug=slug).first()
    if found is None:
        raise Http404
    is_shared = found.pk in request.viewer.shares(Topic.PRIORITIES)
    wordings = queries.current_wordings(queries.whole_vocabulary(queries.region_for(found)), request.as_at)
    code = request.GET.get("theme", "")
    theme = next((one for one in wordings.values() if code and one.code == code), None)
    rows = queries.priorities_of(found, request.as_at) if is_shared else ()
    page = presented.words_page(found, rows, is_shared, theme, wordings, request.as_at, request.path)
    return answer(request, page)
