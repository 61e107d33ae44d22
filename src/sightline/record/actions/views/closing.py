from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.evidence.queries import reach_of

from .. import commands, forms, policy, presenters
from ..models import Action
from .asking import action_or_404, ask_of, owns


def _before(request: HttpRequest, action: Action) -> str:
    """How far its evidence reaches, said before it is closed."""
    subject = Reference("actions.action", action.pk)
    return presenters.said_before_closing(reach_of([subject], request.today)[subject])


@opens_with(Deed.UPDATE_OWN_ACTIONS)
def report_done(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.SayForm(request.POST or None, label="What was done?", required="Say what was done")

    def do(data: dict[str, Any]) -> None:
        verdict = policy.may_note_progress(request.viewer, found, owns(request, found))
        if not verdict:
            raise Refused(verdict.reason)
        commands.report_done(action=found, on=request.today, note=data["note"], by=request.user)

    hint = f"{_before(request, found)} Someone else then confirms that it is done, or sends it back."
    said = "Reported as done. It waits for a second word."
    return ask_of(request, found, form, "Report it as done", "Report it as done", do, hint=hint, said=said)


@opens_with(Deed.CONFIRM_ACTIONS)
def confirm_done(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.SayForm(request.POST or None, label="What did you see that shows it?")

    def do(data: dict[str, Any]) -> Action:
        _refuse_unless_second(request, found)
        return commands.confirm_done(action=found, on=request.today, note=data["note"], by=request.user)

    hint = f"{presenters.said_by_reporter(found)} {_before(request, found)}".strip()
    said = "Confirmed: the action is done."
    return ask_of(request, found, form, "Confirm that it is done", "Confirm that it is done", do, hint=hint, said=said)


@opens_with(Deed.CONFIRM_ACTIONS)
def send_back(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    label = "What is still to be done?"
    form = forms.SayForm(request.POST or None, label=label, required="Say what is still to be done")

    def do(data: dict[str, Any]) -> None:
        commands.send_back(action=found, on=request.today, why=data["note"], by=request.user)

    hint = presenters.said_by_reporter(found)
    said = "Sent back: the action is in progress again."
    return ask_of(request, found, form, "Send it back", "Send it back", do, hint=hint, said=said)


def _refuse_unless_second(request: HttpRequest, action: Action) -> None:
    verdict = policy.may_confirm(request.viewer, action)
    if not verdict:
        raise Refused(verdict.reason)


@opens_with(Deed.KEEP_ACTIONS)
def withdraw(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.SayForm(request.POST or None, label="Why is it withdrawn?", required="Say why it is withdrawn")

    def do(data: dict[str, Any]) -> None:
        commands.withdraw(action=found, on=request.today, reason=data["note"], by=request.user)

    return ask_of(request, found, form, "Withdraw this action", "Withdraw the action", do)


@opens_with(Deed.KEEP_ACTIONS)
def reopen(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    form = forms.SayForm(request.POST or None, label="Why is it open again?", required="Say why it is open again")

    def do(data: dict[str, Any]) -> None:
        commands.reopen_action(action=found, on=request.today, why=data["note"], by=request.user)

    return ask_of(request, found, form, "Reopen this action", "Reopen the action", do)
