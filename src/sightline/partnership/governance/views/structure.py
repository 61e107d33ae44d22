"""The structure as picture, list and table; and the matrix of responsibilities."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import download, table_download
from sightline.partnership.directory.presenters.words import said

from .. import queries
from ..policy import may_keep_boards
from ..presenters.responsibilities import matrix_counts, matrix_table
from ..presenters.structure import boards_table, changes, diagram, nested


def structure_tabs(slug: str, current: str) -> list[dict[str, Any]]:
    pages = (
        ("Diagram", "governance:structure"),
        ("Table", "governance:boards"),
        ("Responsibilities", "governance:responsibilities"),
        ("The partnership", "governance:arrangements"),
    )
    return [{"text": text, "href": reverse(name, args=[slug]), "current": name == current} for text, name in pages]


def may_change(request: HttpRequest) -> bool:
    """Nobody changes the record while looking at the past."""
    return bool(may_keep_boards(request.viewer, request.scope.pk)) and request.as_at == request.today


@opens_with(Deed.READ)
def structure(request: HttpRequest) -> HttpResponse:
    found = queries.board_structure(request.scope, request.as_at)
    inside, outside = nested(found, request.scope.slug)
    shown = {
        "tabs": structure_tabs(request.scope.slug, "governance:structure"),
        "diagram": diagram(found, request.scope.slug, _title(request)),
        "inside": inside,
        "outside": outside,
        "changes": changes(queries.dates_of_change(request.scope, request.today), request.as_at, request.path),
        "may_keep": may_change(request),
        "take_away": f"{reverse('governance:structure_svg', args=[request.scope.slug])}?as-at={request.as_at}",
    }
    return render(request, "governance/structure.html", shown)


def _title(request: HttpRequest) -> str:
    return f"Structure of {request.scope.name} on {said(request.as_at)}"


@opens_with(Deed.READ)
def structure_svg(request: HttpRequest) -> HttpResponse:
    """The picture alone, with whole addresses in its links."""
    found = queries.board_structure(request.scope, request.as_at)
    picture = diagram(found, request.scope.slug, _title(request), base=request.build_absolute_uri("/").rstrip("/"))
    svg = render_to_string("governance/diagram.svg", {"diagram": picture})
    name = f"structure-{request.scope.slug}-{request.as_at}.svg"
    return download(svg.encode(), "image/svg+xml", name)


@opens_with(Deed.READ)
def board_list(request: HttpRequest) -> HttpResponse:
    found = queries.board_structure(request.scope, request.as_at)
    table = boards_table(found, request.scope.slug, request.path)
    shown = {
        "tabs": structure_tabs(request.scope.slug, "governance:boards"),
        "table": table,
        "may_keep": may_change(request),
    }
    return table_download(request, table) or render(request, "governance/boards.html", shown)


@opens_with(Deed.READ)
def responsibilities(request: HttpRequest) -> HttpResponse:
    rows = queries.responsibilities_matrix(request.scope, request.as_at)
    table = matrix_table(rows, request.scope.slug, request.path, may_change(request))
    shown = {
        "tabs": structure_tabs(request.scope.slug, "governance:responsibilities"),
        "table": table,
        "counts": matrix_counts(rows, request.path),
        "may_keep": may_change(request),
    }
    return table_download(request, table) or render(request, "governance/responsibilities.html", shown)
