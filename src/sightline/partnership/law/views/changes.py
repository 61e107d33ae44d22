"""What changes touch, who has taken them in; the timeline; the words of the time."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_anywhere_with, opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import forms, queries
from ..commands import changes as commands
from ..domain import State
from ..models import Acknowledgement, Edition
from ..presenters import COLOURS, law_table, state_words
from ..presenters import changes as presenters
from ..presenters.timeline import timeline as drawn
from ..presenters.words import words_table
from ..queries import changes as asked
from .tabs import tabs


def _edition(request: HttpRequest, pk: int) -> Edition:
    found = asked.edition_known_on(pk, request.as_at)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.READ)
def timeline(request: HttpRequest) -> HttpResponse:
    """The picture follows the filters of the table under it."""
    rows = queries.edition_rows(request.as_at)
    table = law_table(rows, request.scope.slug, request.path)
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    shown = [
        one
        for one in rows
        if (not state or state_words(one.state, one.kind) == state) and (not kind or one.kind.capitalize() == kind)
    ]
    context = {
        "chart": drawn(shown, request.as_at),
        "table": table,
        "tabs": tabs(request.scope.slug, "law:timeline"),
    }
    return table_download(request, table) or render(request, "law/timeline.html", context)


@opens_with(Deed.READ)
def changes(request: HttpRequest) -> HttpResponse:
    rows = asked.changes_of(request.scope, request.as_at)
    table = presenters.changes_table(rows, request.scope.slug, request.as_at, request.path)
    context = {"table": table, "tabs": tabs(request.scope.slug, "law:changes")}
    return table_download(request, table) or render(request, "law/list.html", context)


@opens_with(Deed.READ)
def change(request: HttpRequest, edition: int) -> HttpResponse:
    found, scope, on = _edition(request, edition), request.scope, request.as_at
    older = asked.older_of(found)
    taken = next((one for one in asked.changes_of(scope, on) if one.change.edition.pk == found.pk), None)
    state = queries.edition_state(found, on) or State.PLANNED
    page = presenters.change_page(
        found,
        older,
        (state_words(state, found.instrument.kind), COLOURS[state]),
        taken,
        asked.documents_citing(request.viewer, scope, found, older),
        asked.compared_with(found, older),
        asked.relying_on(scope, [found, *older]),
        scope,
        on,
    )
    may = request.viewer.may(Deed.ACKNOWLEDGE_LAW, scope.pk) and on == request.today and taken is not None
    return render(request, "law/change.html", {"page": page, "may_acknowledge": may})


@opens_with(Deed.ACKNOWLEDGE_LAW)
def acknowledge(request: HttpRequest, edition: int) -> HttpResponse:
    found = _edition(request, edition)
    form = forms.AcknowledgeForm(request.POST or None, today=request.today)

    def do(data: dict[str, Any]) -> Acknowledgement:
        return commands.acknowledge(partnership=request.scope, edition=found, by=request.user, **data)

    href = presenters.change_href(request.scope.slug, found.pk)
    return ask(
        request,
        form,
        title="Say that this change was taken in",
        button="Save",
        do=do,
        to=lambda _: href,
        back=href,
        text=found.label,
        hint=presenters.CONVENTION,
        said="It is recorded as taken in.",
    )


@opens_with(Deed.ACKNOWLEDGE_LAW)
def take_back(request: HttpRequest, acknowledgement: int) -> HttpResponse:
    one = asked.acknowledgements_of([request.scope.pk], request.today).filter(pk=acknowledgement).first()
    if one is None:
        raise Http404
    href = presenters.change_href(request.scope.slug, one.edition_id)
    return ask(
        request,
        forms.SureForm(request.POST if request.method == "POST" else None),
        title="Take this word back",
        button="Take it back",
        do=lambda _: commands.take_back_acknowledgement(acknowledgement=one, by=request.user),
        to=lambda _: href,
        back=href,
        text=one.what_was_done,
        hint="For one said by mistake. The trail of changes keeps it.",
        warning=True,
    )


@opens_with(Deed.READ)
def words(request: HttpRequest) -> HttpResponse:
    table = words_table(request.as_at, request.path)
    context = {"table": table, "tabs": tabs(request.scope.slug, "law:words")}
    return table_download(request, table) or render(request, "law/list.html", context)


@opens_anywhere_with(Deed.OVERSEE)
def region(request: HttpRequest) -> HttpResponse:
    partnerships, shown, days = asked.shared_changes(request.viewer, request.as_at)
    whole = "export" in request.GET
    table = presenters.region_table(partnerships, shown, days, request.as_at, reverse("law:region"), whole=whole)
    return table_download(request, table) or render(request, "law/region.html", {"table": table})
