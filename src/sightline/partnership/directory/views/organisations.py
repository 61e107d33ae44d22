"""Organisations and one organisation."""

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download

from .. import queries
from ..models import Holding, Organisation
from ..policy import may_keep_organisation
from ..presenters import organisations as presented
from .people import may_change


def organisation_or_404(request: HttpRequest, pk: int) -> Organisation:
    return get_object_or_404(queries.organisations_of(request.scope), pk=pk)


@opens_with(Deed.READ)
def organisations(request: HttpRequest) -> HttpResponse:
    every = request.GET.get("show") == "all"
    rows = queries.organisation_rows(request.scope, request.as_at)
    table = presented.organisations_table(rows if every else presented.ours(rows), request.scope.slug, request.path)
    shown = {
        "table": table,
        "tabs": presented.organisation_tabs(every, request.path),
        "may_keep": may_change(request),
    }
    return table_download(request, table) or render(request, "directory/organisations.html", shown)


@opens_with(Deed.READ)
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    facts = queries.organisation_facts(request.scope, organisation, request.as_at)
    if facts is None:
        raise Http404
    holdings = Prefetch("holdings", Holding.objects.select_related("person"))
    posts = queries.posts_of(request.scope, request.as_at).filter(organisation=organisation).prefetch_related(holdings)
    may_keep = may_change(request)
    page = presented.organisation_page(facts, posts, request.scope, request.as_at, may_keep)
    shown = {
        "page": page,
        "may_keep": may_keep,
        "may_keep_body": may_keep and bool(may_keep_organisation(request.viewer, facts.organisation)),
    }
    return render(request, "directory/organisation.html", shown)
