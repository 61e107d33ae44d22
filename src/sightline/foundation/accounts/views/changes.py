"""Who changed what: the trail, read in one partnership or in what belongs to none."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.trail.models import Entry
from sightline.foundation.trail.queries import changes_between, changes_in, history_of, tables_changed_in

from ..domain import Deed
from ..doors import opens_everywhere_with, opens_with
from ..forms import ChangesForm
from ..presenters.changes import changes_shown, kinds_of_change

ON_A_PAGE = 50


@opens_with(Deed.READ_TRAIL)
def changes(request: HttpRequest) -> HttpResponse:
    # Administrators see that something changed; what it says is the partnership's record, which they do not read.
    return _changes(request, request.scope.pk, request.scope.name, request.viewer.may(Deed.READ, request.scope.pk))


@opens_everywhere_with(Deed.READ_TRAIL)
def changes_anywhere(request: HttpRequest) -> HttpResponse:
    return _changes(request, None, "What belongs to no partnership", True)


def _changes(request: HttpRequest, partnership_id: int | None, where: str, with_words: bool) -> HttpResponse:
    form = ChangesForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(_chosen(changes_in(partnership_id), asked), ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "where": where,
        "changes": changes_shown(
            page.object_list, with_words=with_words, slug=request.scope.slug if request.scope else ""
        ),
        "page": page,
        "with_words": with_words,
        "asked": {name: request.GET.get(name, "") for name in form.fields},
        "kinds": kinds_of_change(tables_changed_in(partnership_id)),
        "carried": _carried(request),
    }
    return render(request, "accounts/changes.html", shown)


def _chosen(entries: QuerySet[Entry], asked: dict) -> QuerySet[Entry]:
    if asked.get("who"):
        entries = entries.filter(actor__icontains=asked["who"])
    if asked.get("what"):
        entries = entries.filter(table=asked["what"])
    return changes_between(entries, asked.get("first"), asked.get("last"))


def _carried(request: HttpRequest) -> str:
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


@opens_with(Deed.READ_TRAIL)
def history(request: HttpRequest, table: str, row: int) -> HttpResponse:
    entries = history_of(table, row).filter(partnership_id=request.scope.pk)
    if not entries.exists():
        raise Http404
    with_words = request.viewer.may(Deed.READ, request.scope.pk)
    return render(request, "accounts/history_page.html", {"changes": changes_shown(entries, with_words=with_words)})
