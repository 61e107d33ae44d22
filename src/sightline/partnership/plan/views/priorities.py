"""Priorities in force, through the years, by theme; the page of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_of

from .. import queries
from ..models import Priority
from ..presenters import frame, vocabulary, years
from ..presenters import priorities as presented
from .loading import may_keep, objective_or_404, priority_or_404

_EMPTY = "No priority is in force on this date. Set the first, or bring in the plan that has them."


@opens_with(Deed.READ)
def priority_list(request: HttpRequest) -> HttpResponse:
    """In force on the day shown; with `?show=all` the ended ones too."""
    shows_all = request.GET.get("show") == "all"
    ask = queries.priorities_ever if shows_all else queries.priorities_of
    rows = ask(request.scope, request.as_at)
    table = presented.priorities_table(rows, request.scope.slug, request.as_at, request.path, _EMPTY)
    if answer := table_download(request, table):
        return answer
    context = {
        "table": table,
        "tabs": frame.places(request.scope.slug, "plan:priorities"),
        "may_keep": may_keep(request),
        "shows_all": shows_all,
    }
    return render(request, "plan/priorities.html", context)


@opens_with(Deed.READ)
def history(request: HttpRequest) -> HttpResponse:
    rows = list(queries.priorities_ever(request.scope, request.as_at))
    return _years(request, years.history_page(rows, request.scope.slug, request.as_at, request.path))


@opens_with(Deed.READ)
def by_theme(request: HttpRequest) -> HttpResponse:
    rows = list(queries.priorities_ever(request.scope, request.as_at))
    vocabulary_ = queries.whole_vocabulary(queries.region_for(request.scope))
    wordings = queries.current_wordings(vocabulary_, request.as_at)
    return _years(request, years.themes_page(rows, wordings, request.scope.slug, request.as_at, request.path))


def _years(request: HttpRequest, page: years.YearsPage) -> HttpResponse:
    return table_download(request, page.table) or render(request, "plan/years.html", {"page": page})


@opens_with(Deed.READ)
def themes(request: HttpRequest) -> HttpResponse:
    """The vocabulary as this partnership uses it."""
    rows = queries.theme_rows(queries.region_for(request.scope), request.as_at, [request.scope.pk])
    table = vocabulary.themes_table(rows, request.as_at, request.path, is_regional=False)
    context = {"table": table, "tabs": frame.places(request.scope.slug, "plan:themes"), "may_keep": False}
    return table_download(request, table) or render(request, "plan/vocabulary.html", context)


def priority_context(request: HttpRequest, priority: Priority, current: str) -> dict[str, Any]:
    """What every tab of a priority's page shows; rooms above use it for the tabs they add."""
    sources = sources_of(request.viewer, "plan.priority", priority.pk)
    following = queries.carried_on_by(priority)
    page = presented.priority_page(priority, following, sources, request.scope, request.as_at, current)
    return {"page": page, "may_keep": may_keep(request)}


@opens_with(Deed.READ)
def priority_page(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    table = presented.objectives_table(found.objectives.all(), request.scope.slug, request.as_at, request.path)
    if answer := table_download(request, table):
        return answer
    return render(
        request, "plan/priority_objectives.html", priority_context(request, found, "plan:priority") | {"table": table}
    )


@opens_with(Deed.READ)
def objective_page(request: HttpRequest, objective: int) -> HttpResponse:
    found = objective_or_404(request, objective)
    sources = sources_of(request.viewer, "plan.objective", found.pk)
    page = presented.objective_page(found, sources, request.scope, request.as_at)
    return render(request, "plan/objective.html", {"page": page, "may_keep": may_keep(request)})
