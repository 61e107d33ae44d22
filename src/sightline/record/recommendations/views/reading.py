"""The register and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_of

from .. import presenters, queries
from ..models import Recommendation
from ..presenters.added import ON_RECOMMENDATIONS
from . import alike, evidence
from .shared import found_in, may_keep


@opens_with(Deed.READ)
def recommendation_list(request: HttpRequest) -> HttpResponse:
    show = request.GET.get("show", "all")
    show = show if show in presenters.register.SHOWN else "all"
    found = list(queries.recommendations_of(request.scope, request.as_at))
    states = queries.states_of(found, request.scope, request.as_at)
    table = presenters.recommendations_table(found, states, show, request.scope, request.as_at, request.path)
    if answer := table_download(request, table):
        return answer
    context = {
        "table": table,
        "tabs": presenters.tabs(states, show, request.path),
        "may_keep": may_keep(request),
    }
    return render(request, "recommendations/list.html", context)


@opens_with(Deed.READ)
def recommendation_page(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = found_in(request, recommendation)
    state = queries.states_of([found], request.scope, request.as_at)[found.pk]
    sources = sources_of(request.viewer, "recommendations.recommendation", found.pk)
    others = _others(found, request.scope, request)
    context = {
        "page": presenters.recommendation_page(found, request.scope, state, sources, others, request.as_at),
        "may_keep": may_keep(request),
        "added": ON_RECOMMENDATIONS.links(request.viewer, request.scope, found)
        if request.as_at == request.today
        else (),
        "alike": alike.panel_of(request, found),
        "panel": evidence.panel_of(request, found, may_keep(request)),
    }
    return render(request, "recommendations/recommendation.html", context)


def _others(found: Recommendation, partnership: Partnership, request: HttpRequest) -> list:
    """What others answered, for a partnership that was issued it, where the region lets them see."""
    if found.partnership_id == partnership.pk:
        return []
    return queries.answers_for_others(found, partnership, request.as_at)
