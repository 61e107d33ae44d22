"""Forms that add and correct organisations. What all partnerships share is changed by an administrator."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with

from .. import commands, forms
from ..domain.dates import day_after
from ..models import Organisation, Serves, StandingInPartnership
from ..policy import may_keep_organisation
from .answering import answer
from .organisations import organisation_or_404


def _address(request: HttpRequest, pk: int) -> str:
    return reverse("directory:organisation", args=[request.scope.slug, pk])


def _own(request: HttpRequest, pk: int) -> Organisation:
    """A body that the person may change; the shared ones say whom to ask."""
    found = organisation_or_404(request, pk)
    verdict = may_keep_organisation(request.viewer, found)
    if not verdict:
        raise PermissionDenied(verdict.reason)
    return found


@opens_with(Deed.KEEP_DIRECTORY)
def create(request: HttpRequest) -> HttpResponse:
    initial = {"name": request.GET.get("name", "")}
    form = forms.OrganisationForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return answer(
        request,
        form,
        lambda data: commands.record_organisation(partnership=request.scope, by=request.user, **data),
        title="Add an organisation",
        button="Add the organisation",
        back=reverse("directory:organisations", args=[request.scope.slug]),
        saved="The organisation is added.",
        text="Councils, police forces, health boards and London-wide bodies are there already, shared by all partnerships.",
        to=lambda body: _address(request, body.pk),
    )


@opens_with(Deed.KEEP_DIRECTORY)
def correct(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _own(request, organisation)
    names = ("name", "abbreviation", "sector", "started_on", "source")
    initial = {name: getattr(found, name) for name in names} | {"parent": found.parent_id}
    form = forms.OrganisationForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return answer(
        request,
        form,
        lambda data: commands.correct_organisation(organisation=found, by=request.user, **data),
        title="Correct this organisation",
        button="Save",
        back=_address(request, organisation),
        saved="The organisation is corrected.",
        caption=found.name,
        text="To give it a new name from a day on, rename it instead: the old name is then kept for its time.",
    )


@opens_with(Deed.KEEP_DIRECTORY)
def rename(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _own(request, organisation)
    return answer(
        request,
        forms.RenameForm(request.POST or None),
        lambda data: commands.rename_organisation(organisation=found, by=request.user, **data),
        title="Rename this organisation",
        button="Rename",
        back=_address(request, organisation),
        saved="The organisation is renamed. Pages of earlier dates keep the former name.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def also(request: HttpRequest, organisation: int) -> HttpResponse:
    """Also for shared bodies: the name is then this partnership's alone."""
    found = organisation_or_404(request, organisation)
    return answer(
        request,
        forms.AlsoForm(request.POST or None),
        lambda data: commands.name_also(organisation=found, partnership=request.scope, by=request.user, **data),
        title="Add another name",
        button="Add the name",
        back=_address(request, organisation),
        saved="The name is added. Your papers that use it will find this organisation.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def end(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _own(request, organisation)
    return answer(
        request,
        forms.EndForm(request.POST or None),
        lambda data: commands.end_organisation(organisation=found, on=day_after(data["last_day"]), by=request.user),
        title="End this organisation",
        button="End the organisation",
        back=_address(request, organisation),
        saved="The organisation has an end. It stays to be seen at earlier dates.",
        caption=found.name,
        warning=True,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def standing(request: HttpRequest, organisation: int) -> HttpResponse:
    found = organisation_or_404(request, organisation)
    return answer(
        request,
        forms.StandingForm(request.POST or None),
        lambda data: commands.state_standing(partnership=request.scope, organisation=found, by=request.user, **data),
        title="Say what it is in these arrangements",
        button="Save",
        back=_address(request, organisation),
        saved="Saved.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def end_a_standing(request: HttpRequest, standing: int) -> HttpResponse:
    rows = StandingInPartnership.objects.filter(partnership=request.scope, ended_on__isnull=True)
    found = get_object_or_404(rows.select_related("organisation"), pk=standing)
    return answer(
        request,
        forms.EndForm(request.POST or None),
        lambda data: commands.end_standing(standing=found, on=day_after(data["last_day"]), by=request.user),
        title=f"End: {found.get_standing_display().lower()}",
        button="Save",
        back=_address(request, found.organisation_id),
        saved="Saved.",
        caption=found.organisation.name,
        warning=True,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def end_an_area(request: HttpRequest, serves: int) -> HttpResponse:
    rows = Serves.objects.filter(organisation__partnership=request.scope, ended_on__isnull=True)
    found = get_object_or_404(rows.select_related("organisation", "area"), pk=serves)
    return answer(
        request,
        forms.EndForm(request.POST or None),
        lambda data: commands.end_service_area(serves=found, on=day_after(data["last_day"]), by=request.user),
        title=f"End serving {found.area}",
        button="Save",
        back=_address(request, found.organisation_id),
        saved="Saved.",
        caption=found.organisation.name,
        warning=True,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def number(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _own(request, organisation)
    return answer(
        request,
        forms.IdentifierForm(request.POST or None),
        lambda data: commands.record_identifier(organisation=found, by=request.user, **data),
        title="Add a public number",
        button="Save",
        back=_address(request, organisation),
        saved="The number is recorded.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def serves(request: HttpRequest, organisation: int) -> HttpResponse:
    found = _own(request, organisation)
    return answer(
        request,
        forms.ServesForm(request.POST or None, partnership=request.scope, on=request.today),
        lambda data: commands.record_service_area(organisation=found, by=request.user, **data),
        title="Add an area it serves",
        button="Save",
        back=_address(request, organisation),
        saved="The area is recorded.",
        caption=found.name,
    )
