from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download

from . import presenters, queries


def _tabs(slug: str, current: str) -> list[dict[str, object]]:
    pages = (("Law and guidance", "law:list"), ("Duties", "law:duties"))
    return [{"text": text, "href": reverse(name, args=[slug]), "current": name == current} for text, name in pages]


@opens_with(Deed.READ)
def law_list(request: HttpRequest) -> HttpResponse:
    table = presenters.law_table(queries.edition_rows(request.as_at), request.scope.slug, request.path)
    shown = {"table": table, "tabs": _tabs(request.scope.slug, "law:list")}
    return table_download(request, table) or render(request, "law/list.html", shown)


@opens_with(Deed.READ)
def duties(request: HttpRequest) -> HttpResponse:
    table = presenters.duties_table(queries.duty_rows(request.as_at), request.scope.slug, request.path)
    shown = {"table": table, "tabs": _tabs(request.scope.slug, "law:duties")}
    return table_download(request, table) or render(request, "law/list.html", shown)


@opens_with(Deed.READ)
def instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    found = queries.instrument_by_slug(instrument)
    if found is None:
        raise Http404
    editions = queries.edition_rows(request.as_at, found)
    held = queries.duties_of(found, request.as_at)
    page = presenters.instrument_page(found, editions, held, request.scope.slug, request.path)
    return table_download(request, page.duties) or render(request, "law/instrument.html", {"page": page})
