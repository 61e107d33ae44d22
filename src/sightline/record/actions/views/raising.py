from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask

from .. import commands, forms, presenters
from ..domain import PartyKind
from ..models import Action
from .asking import action_or_404, ask_of


@opens_with(Deed.KEEP_ACTIONS)
def raise_action(request: HttpRequest) -> HttpResponse:
    form = forms.RaiseForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> Action:
        objective = data.get("objective")
        return commands.raise_action(
            partnership=request.scope,
            what=data["what"],
            leads=[data["owner"]] if data["owner"] else [],
            contributors=[data["helper"]] if data["helper"] else [],
            due_on=data["due_on"],
            raised_on=request.today,
            objectives=[objective] if objective else [],
            by=request.user,
        )

    return ask(
        request,
        form,
        title="Raise an action",
        button="Raise the action",
        do=do,
        to=lambda done: presenters.action_href(request.scope.slug, done.pk),
        back=presenters.list_href(request.scope.slug),
    )


@opens_with(Deed.KEEP_ACTIONS)
def assign(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.AssignForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> None:
        commands.assign(action=found, owner=data["owner"], kind=PartyKind(data["kind"]), by=request.user)

    return ask_of(request, found, form, "Give it an owner", "Save", do)


@opens_with(Deed.KEEP_ACTIONS)
def unassign(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    party = found.parties.filter(pk=_number(request, "party")).first()
    if party is not None:
        commands.unassign(party=party, by=request.user)
        messages.success(request, "Taken off this action.")
    return redirect(presenters.action_href(request.scope.slug, found.pk))


@opens_with(Deed.KEEP_ACTIONS)
def serve(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.ServeForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> None:
        commands.serve(action=found, objective=data["objective"], by=request.user)

    hint = "" if len(form.fields["objective"].choices) > 1 else "No priority in force has an objective yet."
    return ask_of(request, found, form, "Say which objective it serves", "Save", do, hint=hint)


@opens_with(Deed.KEEP_ACTIONS)
def unserve(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    link = found.serves.filter(objective=_number(request, "objective")).select_related("objective").first()
    if link is not None:
        commands.unserve(action=found, objective=link.objective, by=request.user)
        messages.success(request, "It does not serve that objective any more.")
    return redirect(presenters.action_href(request.scope.slug, found.pk))


def _number(request: HttpRequest, name: str) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else 0


@opens_with(Deed.KEEP_ACTIONS)
def correct_wording(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    initial = {name: getattr(found, name) for name in ("what", "number", "owner_as_written")}
    form = forms.WordingForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> None:
        commands.correct_wording(action=found, by=request.user, **data)

    return ask_of(request, found, form, "Correct the wording", "Save", do)
