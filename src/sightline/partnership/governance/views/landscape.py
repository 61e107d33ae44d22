"""Roles that law and guidance ask for, the areas covered, and the seats of one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.partnership.directory.presenters.roles import areas_table, role_counts, roles_table
from sightline.partnership.directory.queries import area_rows, holders_of_roles
from sightline.partnership.directory.views.people import person_context, person_or_404

from .. import queries
from ..presenters.people import seats_of_person_table


@opens_with(Deed.READ)
def roles(request: HttpRequest) -> HttpResponse:
    """Here and not in the directory, because the areas covered are the arrangements'."""
    areas = queries.covered_areas(request.scope, request.as_at)
    rows = holders_of_roles(request.scope, areas, request.as_at)
    table = roles_table(rows, request.scope.slug, request.path)
    shown = {"table": table, "counts": role_counts(rows, request.path)}
    return table_download(request, table) or render(request, "governance/roles.html", shown)


@opens_with(Deed.READ)
def areas(request: HttpRequest) -> HttpResponse:
    own = frozenset(area.name for area in queries.covered_areas(request.scope, request.as_at))
    table = areas_table(area_rows(request.as_at), request.path, own)
    return table_download(request, table) or render(request, "governance/areas.html", {"table": table})


@opens_with(Deed.READ)
def seats_of_person(request: HttpRequest, person: int) -> HttpResponse:
    found = person_or_404(request, person)
    now = queries.memberships_of(found, request.as_at)
    table = seats_of_person_table(
        now, queries.past_memberships_of(found, request.as_at), request.scope.slug, request.path
    )
    shown = person_context(request, found, "governance:seats_of_person") | {"table": table}
    return table_download(request, table) or render(request, "governance/seats_of_person.html", shown)
