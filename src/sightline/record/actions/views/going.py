from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.evidence.views import add_to

from .. import commands, forms, policy, presenters
from .asking import action_or_404, ask_of, owns


@opens_with(Deed.UPDATE_OWN_ACTIONS)
def note_progress(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.ProgressForm(request.POST or None, action=found)

    def do(data: dict[str, Any]) -> None:
        verdict = policy.may_note_progress(request.viewer, found, owns(request, found))
        if not verdict:
            raise Refused(verdict.reason)
        commands.note_progress(action=found, on=request.today, by=request.user, **data)

    return ask_of(request, found, form, "Say how it is going", "Save", do)


@opens_with(Deed.KEEP_ACTIONS)
def change_due(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.DueForm(request.POST or None, initial={"due_on": found.due_on}, on=request.today)

    def do(data: dict[str, Any]) -> None:
        commands.change_due(action=found, due_on=data["due_on"], why=data["why"], on=request.today, by=request.user)

    return ask_of(request, found, form, "Change the due date", "Change the date", do)


@opens_with(Deed.UPDATE_OWN_ACTIONS)
def add_evidence(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    back = presenters.action_href(request.scope.slug, found.pk)
    verdict = policy.may_add_evidence(request.viewer, found, owns(request, found))
    if not verdict:
        messages.error(request, verdict.reason)
        return redirect(back)
    return add_to(request, Reference("actions.action", found.pk), back, text=found.what)
