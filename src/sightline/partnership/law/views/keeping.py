"""Keeping the law that all partnerships use: instruments, editions, what supersedes what, provisions with their duties."""

from collections import defaultdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_everywhere_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands, forms, queries
from ..models import Duty, Edition, Instrument
from ..presenters import keeping as presenters


def _instrument(slug: str) -> Instrument:
    found = queries.instrument_by_slug(slug)
    if found is None:
        raise Http404
    return found


def _edition(pk: int) -> Edition:
    found = queries.edition_by_id(pk)
    if found is None:
        raise Http404
    return found


def _href(instrument: Instrument) -> str:
    return reverse("law:kept_instrument", args=[instrument.slug])


@opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)
def kept(request: HttpRequest) -> HttpResponse:
    table = presenters.kept_table(queries.edition_rows(request.as_at), queries.all_instruments(), request.path)
    return table_download(request, table) or render(request, "law/kept.html", {"table": table})


@opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)
def kept_instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    found = _instrument(instrument)
    duties: dict[int, list[str]] = defaultdict(list)
    for line in queries.duties_of(found, request.as_at):
        duties[line.duty.provision.edition_id].append(f"{line.number}: {line.duty.what}")
    page = presenters.kept_page(found, queries.edition_rows(request.as_at, found), duties)
    return render(request, "law/kept_instrument.html", {"page": page})


@opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)
def add_instrument(request: HttpRequest) -> HttpResponse:
    def do(data: dict[str, Any]) -> Instrument:
        return commands.record_instrument(by=request.user, **data)

    return ask(
        request,
        forms.InstrumentForm(request.POST or None),
        title="Add an instrument",
        button="Add it",
        do=do,
        to=_href,
        back=reverse("law:kept"),
        hint="A work over all its editions: an act, regulations, a piece of guidance. Its editions come next.",
    )


@opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)
def add_edition(request: HttpRequest, instrument: str) -> HttpResponse:
    found = _instrument(instrument)

    def do(data: dict[str, Any]) -> Edition:
        return commands.record_edition(instrument=found, by=request.user, **data)

    return ask(
        request,
        forms.EditionForm(request.POST or None),
        title="Add an edition",
        button="Add it",
        do=do,
        to=lambda _: _href(found),
        back=_href(found),
        text=found.name,
        hint="An edition is never rewritten. Where this one takes another’s place, say so next.",
    )


@opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)
def supersede(request: HttpRequest, edition: int) -> HttpResponse:
    found = _edition(edition)

    def do(data: dict[str, Any]) -> Edition:
        return commands.supersede_edition(edition=found, by=request.user, **data)

    return ask(
        request,
        forms.SupersedeForm(request.POST or None, edition=found),
        title="Say what takes its place",
        button="Save",
        do=do,
        to=lambda _: _href(found.instrument),
        back=_href(found.instrument),
        text=found.label,
    )


@opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)
def add_duty(request: HttpRequest, edition: int) -> HttpResponse:
    found = _edition(edition)

    def do(data: dict[str, Any]) -> Duty:
        return commands.record_duty_under(edition=found, by=request.user, **data)

    return ask(
        request,
        forms.DutyForm(request.POST or None),
        title="Add a duty",
        button="Add it",
        do=do,
        to=lambda _: _href(found.instrument),
        back=_href(found.instrument),
        text=found.label,
    )
