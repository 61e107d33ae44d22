"""Pages of one board: seats, terms of reference by version, reporting lines, responsibilities."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_for

from .. import queries
from ..models import Board, Terms
from ..presenters import boards as presented
from ..presenters.seats import seats_table
from ..presenters.terms import differences, terms_shown
from .structure import may_change


def board_or_404(request: HttpRequest, pk: int) -> Board:
    found = queries.board_of(request.scope, pk)
    if found is None:
        raise Http404
    return found


def board_context(request: HttpRequest, board: Board, current: str) -> dict[str, Any]:
    """What every tab of a board's page shows; rooms above use it for the tabs they add."""
    seats = queries.seats_of(board, request.as_at)
    name = queries.board_names_on([board], request.as_at)[board.pk]
    terms = queries.terms_in_force(board, request.as_at)
    header = presented.board_header(board, name, seats, terms, request.scope, current, request.as_at)
    return {"page": header, "seats": seats, "may_keep": may_change(request)}


@opens_with(Deed.READ)
def seats(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    shown = board_context(request, found, "governance:board")
    table = seats_table(
        shown["seats"], request.scope, request.as_at, request.path, shown["may_keep"] and not found.is_external
    )
    return table_download(request, table) or render(request, "governance/seats.html", shown | {"table": table})


@opens_with(Deed.READ)
def terms(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    versions = [v for v in queries.terms_versions(found) if _known(v, request)]
    sources = sources_for(request.viewer, "governance.terms", [v.pk for v in versions])
    shown = board_context(request, found, "governance:terms") | {
        "versions": [terms_shown(v, request.as_at, sources.get(v.pk, [])) for v in versions],
        "has_draft": any(v.state == "draft" for v in versions),
    }
    return render(request, "governance/terms.html", shown)


def _known(terms: Terms, request: HttpRequest) -> bool:
    """Drafts belong to today; versions that came later are not shown at an earlier date."""
    if terms.state == "draft":
        return request.as_at == request.today
    return terms.started_on is None or terms.started_on <= request.as_at or request.as_at == request.today


@opens_with(Deed.READ)
def compare_terms(request: HttpRequest, board: int) -> HttpResponse:
    """Two versions side by side; without a choice the newest and the one before it."""
    found = board_or_404(request, board)
    versions = {v.version: v for v in queries.terms_versions(found)}
    older, newer = _two_of(versions, request)
    shown = board_context(request, found, "governance:terms") | {
        "versions": [{"number": n, "is_older": v is older, "is_newer": v is newer} for n, v in versions.items()],
        "older": f"Version {older.version}" if older else "",
        "newer": f"Version {newer.version}" if newer else "",
        "differences": differences(older, newer) if older and newer else (),
        "back": reverse("governance:terms", args=[request.scope.slug, board]),
    }
    return render(request, "governance/compare_terms.html", shown)


def _two_of(versions: dict[int, Terms], request: HttpRequest) -> tuple[Terms | None, Terms | None]:
    newest = sorted(versions, reverse=True)
    asked = [request.GET.get(name, "") for name in ("older", "newer")]
    older, newer = (versions.get(int(number)) if number.isdecimal() else None for number in asked)
    newer = newer or (versions[newest[0]] if newest else None)
    older = older or (versions[newest[1]] if len(newest) > 1 else None)
    return older, newer


@opens_with(Deed.READ)
def lines(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    shown = board_context(request, found, "governance:lines")
    table = presented.lines_table(
        found, queries.lines_of(found), request.scope, request.as_at, request.path, shown["may_keep"]
    )
    return table_download(request, table) or render(request, "governance/lines.html", shown | {"table": table})


@opens_with(Deed.READ)
def responsibilities(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    rows = queries.responsibilities_of_board(found, request.as_at)
    table = presented.board_responsibilities_table(rows, request.path)
    shown = board_context(request, found, "governance:board_responsibilities") | {"table": table}
    return table_download(request, table) or render(request, "governance/board_responsibilities.html", shown)
