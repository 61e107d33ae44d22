from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download

from .. import presenters, queries
from ..domain.changes import Hold
from ..presenters.changes import held_table
from ..queries.changes import duties_held
from .tabs import tabs


@opens_with(Deed.READ)
def law_list(request: HttpRequest) -> HttpResponse:
    table = presenters.law_table(queries.edition_rows(request.as_at), request.scope.slug, request.path)
    shown = {"table": table, "tabs": tabs(request.scope.slug, "law:list")}
    return table_download(request, table) or render(request, "law/list.html", shown)


@opens_with(Deed.READ)
def duties(request: HttpRequest) -> HttpResponse:
    """What holds on the day; with `?show=all` past duties too, each under its edition."""
    everything = request.GET.get("show") == "all"
    rows = [one for one in duties_held(request.as_at) if everything or one[1] is not Hold.PAST]
    path = f"{request.path}?show=all" if everything else request.path
    table = held_table(rows, request.scope.slug, request.as_at, path, everything)
    shown = {"table": table, "tabs": tabs(request.scope.slug, "law:duties"), "everything": everything}
    return table_download(request, table) or render(request, "law/duties.html", shown)


@opens_with(Deed.READ)
def instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    found = queries.instrument_by_slug(instrument)
    if found is None:
        raise Http404
    editions = queries.edition_rows(request.as_at, found)
    held = queries.duties_of(found, request.as_at)
    page = presenters.instrument_page(found, editions, held, request.scope.slug, request.path)
    return table_download(request, page.duties) or render(request, "law/instrument.html", {"page": page})
