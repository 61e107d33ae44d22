"""Writing recommendations down, mending them, and saying what they are about."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask

from .. import commands, forms
from ..models import Recommendation
from .shared import back_to, kept_by


@opens_with(Deed.KEEP_ACTIONS)
def record(request: HttpRequest) -> HttpResponse:
    form = forms.RecommendationForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> Recommendation:
        named = data.pop("addressed_to") or {}
        lists = {"organisation": "addressed_to", "post": "posts", "board": "boards"}
        to = {lists[name]: [one] for name, one in named.items()}
        return commands.record_recommendation(partnership=request.scope, by=request.user, **to, **data)

    return ask(
        request,
        form,
        title="Record a recommendation",
        button="Record it",
        do=do,
        to=lambda made: back_to(request, made),
        back=reverse("recommendations:list", args=[request.scope.slug]),
        said="The recommendation is recorded.",
    )


@opens_with(Deed.KEEP_ACTIONS)
def correct(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    initial = {name: getattr(found, name) for name in forms.WordingForm.base_fields}
    form = forms.WordingForm(request.POST or None, initial=initial)
    return ask(
        request,
        form,
        title="Correct this recommendation",
        button="Save",
        do=lambda data: commands.correct_recommendation(recommendation=found, by=request.user, **data),
        to=lambda done: back_to(request, done),
        back=back_to(request, found),
        hint="Use the words of the report. What was there before is kept in the trail.",
    )


@opens_with(Deed.KEEP_ACTIONS)
def remove(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    return ask(
        request,
        forms.SureForm(request.POST or None),
        title="Remove this recommendation",
        button="Remove it",
        text=found.text,
        hint="Only for one that was entered by mistake. Once it has an answer it cannot be removed.",
        do=lambda _: commands.remove_recommendation(recommendation=found, by=request.user),
        to=lambda _: reverse("recommendations:list", args=[request.scope.slug]),
        back=back_to(request, found),
        said="The recommendation is removed.",
        warning=True,
    )


@opens_with(Deed.KEEP_ACTIONS)
def themes(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    standing = [row.theme_id for row in found.themes.all()]
    form = forms.ThemesForm(request.POST or None, partnership=request.scope, on=request.today, standing=standing)

    def do(data: dict[str, Any]) -> None:
        commands.choose_themes(recommendation=found, themes=data["themes"], on=request.today, by=request.user)

    return ask(
        request,
        form,
        title="Choose its themes",
        button="Save the themes",
        text=found.text,
        do=do,
        to=lambda _: back_to(request, found),
        back=back_to(request, found),
    )


@opens_with(Deed.KEEP_ACTIONS)
def addressee(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    return ask(
        request,
        forms.AddresseeForm(request.POST or None, partnership=request.scope, on=request.today),
        title="Say to whom it is made",
        button="Add the addressee",
        text=found.text,
        do=lambda data: commands.address_to(recommendation=found, by=request.user, **data["addressee"]),
        to=lambda _: back_to(request, found),
        back=back_to(request, found),
    )


@require_POST
@opens_with(Deed.KEEP_ACTIONS)
def remove_addressee(request: HttpRequest, recommendation: int, addressee: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    named = found.addressees.filter(pk=addressee).first()
    if named is None:
        raise Http404
    commands.remove_addressee(addressee=named, by=request.user)
    messages.success(request, f"{named} is taken off.")
    return redirect(back_to(request, found))


@opens_with(Deed.KEEP_ACTIONS)
def supersede(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    form = forms.SupersedeForm(
        request.POST or None, partnership=request.scope, one=found, on=request.today, initial={"on": request.today}
    )
    return ask(
        request,
        form,
        title="Superseded by another",
        button="Save",
        text=found.text,
        hint="It keeps its answers, and no further answer is asked for. This can be undone.",
        do=lambda data: commands.supersede(recommendation=found, by=request.user, **data),
        to=lambda _: back_to(request, found),
        back=back_to(request, found),
    )


@require_POST
@opens_with(Deed.KEEP_ACTIONS)
def restore(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = kept_by(request, recommendation)
    commands.undo_superseding(recommendation=found, by=request.user)
    messages.success(request, "It stands again.")
    return redirect(back_to(request, found))
