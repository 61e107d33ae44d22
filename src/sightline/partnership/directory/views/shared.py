"""What all partnerships share: public bodies and areas, kept by administrators."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_everywhere_with
from sightline.foundation.design.responses import table_download

from .. import commands, forms, queries
from ..domain.dates import day_after
from ..models import Area, AreaPart, Organisation
from ..presenters import shared as presented
from .answering import answer

keeps = opens_everywhere_with(Deed.KEEP_SHARED_DIRECTORY)


def _body(pk: int) -> Organisation:
    return get_object_or_404(queries.shared_organisations(), pk=pk)


def _address(name: str, *parts: int) -> str:
    return reverse(f"directory:{name}", args=parts)


@keeps
def organisations(request: HttpRequest) -> HttpResponse:
    table = presented.shared_table(queries.shared_organisations(), request.path)
    shown = {"table": table, "tabs": presented.shared_tabs("shared_organisations")}
    return table_download(request, table) or render(request, "directory/shared_list.html", shown)


@keeps
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    facts = queries.organisation_facts(None, organisation, request.as_at)
    if facts is None:
        raise Http404
    return render(request, "directory/shared_one.html", {"page": presented.shared_page(facts, request.as_at)})


@keeps
def add(request: HttpRequest) -> HttpResponse:
    return answer(
        request,
        forms.OrganisationForm(request.POST or None, partnership=None, on=request.today),
        lambda data: commands.record_organisation(by=request.user, **data),
        title="Add a body that all partnerships share",
        button="Add the organisation",
        back=_address("shared_organisations"),
        saved="The organisation is added. Every partnership finds it.",
        to=lambda body: _address("shared_organisation", body.pk),
    )


@keeps
def correct(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    names = ("name", "abbreviation", "sector", "started_on", "source")
    initial = {name: getattr(found, name) for name in names} | {"parent": found.parent_id}
    return _change(
        request,
        found,
        forms.OrganisationForm(request.POST or None, partnership=None, on=request.today, initial=initial),
        lambda data: commands.correct_organisation(organisation=found, by=request.user, **data),
        "Correct this organisation",
    )


def _change(request: HttpRequest, body: Organisation, form: Any, do: Any, title: str) -> HttpResponse:
    back = _address("shared_organisation", body.pk)
    return answer(request, form, do, title=title, button="Save", back=back, saved="Saved.", caption=body.name)


@keeps
def rename(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    return _change(
        request,
        found,
        forms.RenameForm(request.POST or None),
        lambda data: commands.rename_organisation(organisation=found, by=request.user, **data),
        "Rename this organisation",
    )


@keeps
def also(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    return _change(
        request,
        found,
        forms.AlsoForm(request.POST or None),
        lambda data: commands.name_also(organisation=found, by=request.user, **data),
        "Add another name",
    )


@keeps
def number(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    return _change(
        request,
        found,
        forms.IdentifierForm(request.POST or None),
        lambda data: commands.record_identifier(organisation=found, by=request.user, **data),
        "Add a public number",
    )


@keeps
def serves(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    return _change(
        request,
        found,
        forms.ServesForm(request.POST or None, partnership=None, on=request.today),
        lambda data: commands.record_service_area(organisation=found, by=request.user, **data),
        "Add an area it serves",
    )


@keeps
def succeed(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    return _change(
        request,
        found,
        forms.SuccessionForm(request.POST or None, partnership=None, on=request.today),
        lambda data: commands.record_succession(predecessor=found, by=request.user, **data),
        "Say what came after it",
    )


@keeps
def end(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _body(organisation)
    return _change(
        request,
        found,
        forms.EndForm(request.POST or None),
        lambda data: commands.end_organisation(organisation=found, on=day_after(data["last_day"]), by=request.user),
        "End this organisation",
    )


@keeps
def areas(request: HttpRequest) -> HttpResponse:
    table = presented.shared_areas_table(queries.area_rows(request.as_at), request.path)
    shown = {"table": table, "tabs": presented.shared_tabs("shared_areas")}
    return table_download(request, table) or render(request, "directory/shared_list.html", shown)


@keeps
def area(request: HttpRequest, area: int) -> HttpResponse:
    found = get_object_or_404(Area, pk=area)
    placings = found.wholes.select_related("whole").order_by("whole__name", "started_on")
    return render(request, "directory/shared_area.html", {"page": presented.area_page(found, placings)})


@keeps
def add_area(request: HttpRequest) -> HttpResponse:
    return answer(
        request,
        forms.AreaForm(request.POST or None),
        lambda data: commands.record_area(by=request.user, **data),
        title="Add an area",
        button="Add the area",
        back=_address("shared_areas"),
        saved="The area is added. Say what it lies in.",
        to=lambda made: _address("shared_area", made.pk),
    )


@keeps
def place(request: HttpRequest, area: int) -> HttpResponse:
    found = get_object_or_404(Area, pk=area)
    return answer(
        request,
        forms.PlaceForm(request.POST or None, partnership=None, on=request.today),
        lambda data: commands.place_area_in(part=found, by=request.user, **data),
        title="Say what it lies in",
        button="Save",
        back=_address("shared_area", area),
        saved="Saved.",
        caption=found.name,
    )


@keeps
def take_out(request: HttpRequest, placing: int) -> HttpResponse:
    found = get_object_or_404(
        AreaPart.objects.filter(ended_on__isnull=True).select_related("part", "whole"), pk=placing
    )
    return answer(
        request,
        forms.EndForm(request.POST or None),
        lambda data: commands.take_area_out(placing=found, on=day_after(data["last_day"]), by=request.user),
        title=f"{found.part.name} no longer lies in {found.whole.name}",
        button="Save",
        back=_address("shared_area", found.part_id),
        saved="Saved. Earlier dates keep it.",
        warning=True,
    )
