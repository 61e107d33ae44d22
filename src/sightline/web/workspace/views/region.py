from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed, Topic
from sightline.foundation.accounts.doors import opens_anywhere_with
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.responses import table_download
from sightline.kernel.periods import Period, financial_year
from sightline.partnership.governance.queries import seats_of_boards

from ..presenters import region as presenters
from ..queries import region as queries


@opens_anywhere_with(Deed.OVERSEE)
def region(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    page = presenters.side_by_side(queries.neighbours(request.viewer, request.as_at, year), year, request.path)
    return _answer(request, page)


@opens_anywhere_with(Deed.OVERSEE)
def region_attendance(request: HttpRequest) -> HttpResponse:
    year = _year(request)
    tallies = queries.agency_attendance(request.viewer, year)
    page = presenters.attendance_matrix(
        tallies,
        queries.organisation_names({agency for agency, _ in tallies}),
        queries.region_of(request.viewer),
        request.viewer.shares(Topic.ATTENDANCE),
        year,
        request.path,
    )
    return _answer(request, page, years=_years(request, year))


@opens_anywhere_with(Deed.OVERSEE)
def region_findings(request: HttpRequest) -> HttpResponse:
    shared = request.viewer.shares(Topic.FINDINGS)
    page = presenters.findings_matrix(
        queries.findings_by_rule(request.viewer, request.today),
        queries.region_of(request.viewer),
        shared,
        queries.with_boards(shared, request.today),
        request.path,
    )
    return _answer(request, page)


@opens_anywhere_with(Deed.OVERSEE)
def region_documents(request: HttpRequest) -> HttpResponse:
    return _answer(request, presenters.faults_page(queries.shared_papers_with_faults(request.viewer), request.path))


@opens_anywhere_with(Deed.OVERSEE)
def region_partnership(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _overseen(request, slug)
    rows = queries.shared_findings(request.viewer, partnership)
    return _answer(request, presenters.findings_of(partnership, rows, request.path))


@opens_anywhere_with(Deed.OVERSEE)
def region_boards(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = _overseen(request, slug)
    boards = list(queries.shared_boards(request.viewer, partnership, request.as_at))
    seats = seats_of_boards([b.pk for b in boards], request.as_at)
    rows = [(b, len(seats.get(b.pk, [])), sum(s.is_vacant for s in seats.get(b.pk, []))) for b in boards]
    return _answer(request, presenters.boards_of(partnership, rows, request.path))


def _answer(request: HttpRequest, page: presenters.RegionPage, **more: object) -> HttpResponse:
    return table_download(request, page.table) or render(
        request, "workspace/region.html", {"page": page, "years": (), **more}
    )


def _overseen(request: HttpRequest, slug: str) -> Partnership:
    found = queries.overseen(request.viewer, slug)
    if found is None:
        raise Http404
    return found


def _year(request: HttpRequest) -> Period:
    """The year from April asked for (`?year=2021`), or the one that `as at` lies in."""
    asked = request.GET.get("year", "")
    if asked.isdigit() and 1990 <= int(asked) <= request.today.year:
        return financial_year(request.today.replace(year=int(asked), month=6, day=1))
    return financial_year(request.as_at)


def _years(request: HttpRequest, current: Period) -> list[dict[str, object]]:
    held = queries.held_years(request.viewer.shares(Topic.ATTENDANCE))
    starts = sorted({year - step for year in held for step in (0, 1)} | {current.start.year}, reverse=True)
    return [presenters.year_link(request.path, start, start == current.start.year) for start in starts]
