"""Learning of a region: what its partnerships share, side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_anywhere_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.design.tables import Table

from ..presenters import regional as shown
from ..queries import regional as asked


@opens_anywhere_with(Deed.OVERSEE)
def learning(request: HttpRequest) -> HttpResponse:
    """`?show=` briefings, practice or voice; `?table=` names the one to take away."""
    show = request.GET.get("show", "briefings")
    if show not in shown.SHOWN:
        raise Http404
    tables = {"briefings": _briefings, "practice": _practice, "voice": _voice}[show](request)
    wanted = next((one for one in tables if one.name == request.GET.get("table")), tables[0])
    page = shown.page_of(show, request.path, tables)
    return table_download(request, wanted) or render(request, "learning/region.html", {"page": page})


def _briefings(request: HttpRequest) -> tuple[Table, ...]:
    sides, on = asked.sides_of(request.viewer), request.as_at
    ids = asked.shared_ids(sides)
    issued, reach = asked.issued_by(ids, on), asked.reach_by_partnership(ids, on)
    return (shown.receipts_table(sides, issued, reach, request.path), shown.briefings_table(issued, request.path))


def _practice(request: HttpRequest) -> tuple[Table, ...]:
    ids = asked.shared_ids(asked.sides_of(request.viewer))
    examples = asked.graded_examples(ids, request.as_at)
    return (shown.practice_matrix(examples, request.path), shown.examples_table(examples, request.path))


def _voice(request: HttpRequest) -> tuple[Table, ...]:
    sides = asked.sides_of(request.viewer)
    return (shown.voice_table(sides, asked.asked_by_partnership(asked.shared_ids(sides), request.as_at), request.path),)
