"""People, one person, one post."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_of

from .. import queries
from ..models import Person, Post
from ..policy import may_keep_directory
from ..presenters import people as presented


def may_change(request: HttpRequest) -> bool:
    """Nobody changes the record while looking at the past."""
    return bool(may_keep_directory(request.viewer, request.scope.pk)) and request.as_at == request.today


def person_or_404(request: HttpRequest, pk: int) -> Person:
    return get_object_or_404(queries.people_visible_to(request.viewer, request.scope).select_related("account"), pk=pk)


def post_or_404(request: HttpRequest, pk: int) -> Post:
    posts = Post.objects.filter(partnership=request.scope).select_related("organisation", "area")
    return get_object_or_404(posts, pk=pk)


@opens_with(Deed.READ)
def people(request: HttpRequest) -> HttpResponse:
    rows = queries.person_rows(request.scope, request.as_at)
    table = presented.people_table(rows, request.scope.slug, request.path)
    shown = {"table": table, "may_keep": may_change(request)}
    return table_download(request, table) or render(request, "directory/people.html", shown)


def person_context(request: HttpRequest, person: Person, current: str) -> dict[str, Any]:
    """What every tab of a person's page shows; rooms above use it for the tabs they add."""
    header = presented.person_header(person, request.scope, current)
    sources = sources_of(request.viewer, "directory.person", person.pk)
    return {"page": header, "sources": sources, "may_keep": may_change(request)}


@opens_with(Deed.READ)
def person(request: HttpRequest, person: int) -> HttpResponse:
    found = person_or_404(request, person)
    facts = queries.person_facts(request.scope, person, request.as_at)
    if facts is None:
        raise Http404
    table = presented.posts_table(facts, request.scope.slug, request.path, may_change(request))
    shown = person_context(request, found, "directory:person") | {"table": table}
    return table_download(request, table) or render(request, "directory/posts_of_person.html", shown)


@opens_with(Deed.READ)
def post(request: HttpRequest, post: int) -> HttpResponse:
    found = post_or_404(request, post)
    holdings = list(found.holdings.select_related("person").order_by("-started_on", "-pk"))
    page = presented.post_page(found, holdings, request.scope, request.as_at, may_change(request))
    return render(request, "directory/post.html", {"page": page, "may_keep": may_change(request)})
