from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_of
from sightline.kernel.verdict import Refused, Verdict

from . import commands, forms, policy, presenters, queries
from .domain import PartyKind, Status
from .models import Action


def _action(request: HttpRequest, pk: int) -> Action:
    found = queries.action_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.READ)
def action_list(request: HttpRequest) -> HttpResponse:
    show = request.GET.get("show", "open")
    actions = _shown(request, show)
    table = presenters.actions_table(
        actions, request.scope.slug, request.as_at, request.path, _EMPTY.get(show, _EMPTY["all"]), _CAPTION[show]
    )
    if answer := table_download(request, table):
        return answer
    context = {
        "table": table,
        "tabs": presenters.tabs(show, request.path),
        "may_raise": bool(policy.may_keep_actions(request.viewer, request.scope.pk)),
    }
    return render(request, "actions/list.html", context)


_CAPTION = {
    "open": "Open actions",
    "overdue": "Overdue actions",
    "mine": "My open actions",
    "closed": "Closed actions",
    "all": "All actions",
}
_EMPTY = {
    "open": "No action is open.",
    "overdue": "Nothing is overdue.",
    "mine": "No open action is yours, your posts’ or your agency’s.",
    "closed": "No action has been closed yet.",
    "all": "There are no actions yet. Meetings raise them, and papers that are brought in propose them.",
}


def _shown(request: HttpRequest, show: str) -> Any:
    if show not in _CAPTION:
        raise Http404
    scope, on = request.scope, request.as_at
    if show == "overdue":
        return queries.overdue(scope, on)
    if show == "mine":
        return queries.open_actions(scope, on).filter(queries.owned_by(request.viewer.user_id, on)).distinct()
    if show == "closed":
        return queries.actions_of(scope, on).exclude(queries.is_open(on))
    return queries.open_actions(scope, on) if show == "open" else queries.actions_of(scope, on)


@opens_with(Deed.READ)
def action_page(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    page = presenters.action_page(
        found,
        queries.progress_of(found, request.as_at),
        sources_of(request.viewer, "actions.action", found.pk),
        request.scope,
        request.as_at,
    )
    context = {
        "page": page,
        "action_id": found.pk,
        "may_keep": bool(policy.may_keep_actions(request.viewer, request.scope.pk)),
        "may_note": bool(_may_note(request, found)),
        "form": forms.ProgressForm(initial={"status": found.status}),
    }
    return render(request, "actions/action.html", context)


def _may_note(request: HttpRequest, action: Action) -> Verdict:
    owns = queries.does_own(request.viewer, action, request.today)
    return policy.may_note_progress(request.viewer, action, owns)


def _answer(
    request: HttpRequest, action: Action | None, form: Form, title: str, button: str, do: Callable[[dict], Any]
) -> HttpResponse:
    """One form on one page: asked, checked, done by a command, and back to the action."""
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        else:
            messages.success(request, f"{title}: saved.")
            target = action or done
            return redirect("actions:action", partnership=request.scope.slug, action=target.pk)
    context = {"form": form, "title": title, "button": button, "what": action.what if action else "", "action": action}
    if action is not None:
        context["back"] = presenters.action_href(request.scope.slug, action.pk)
    return render(request, "actions/form.html", context)


@opens_with(Deed.KEEP_ACTIONS)
def raise_action(request: HttpRequest) -> HttpResponse:
    form = forms.RaiseForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> Action:
        return commands.raise_action(
            partnership=request.scope,
            what=data["what"],
            leads=[data["owner"]] if data["owner"] else [],
            contributors=[data["helper"]] if data["helper"] else [],
            due_on=data["due_on"],
            raised_on=request.today,
            by=request.user,
        )

    return _answer(request, None, form, "Raise an action", "Raise the action", do)


@opens_with(Deed.UPDATE_OWN_ACTIONS)
def note_progress(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    form = forms.ProgressForm(request.POST or None, initial={"status": found.status})

    def do(data: dict[str, Any]) -> None:
        verdict = _may_note(request, found)
        if not verdict:
            raise Refused(verdict.reason)
        commands.note_progress(
            action=found, note=data["note"], status=Status(data["status"]), on=request.today, by=request.user
        )

    return _answer(request, found, form, "Say how it is going", "Save", do)


@opens_with(Deed.KEEP_ACTIONS)
def assign(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    form = forms.AssignForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> None:
        commands.assign(action=found, owner=data["owner"], kind=PartyKind(data["kind"]), by=request.user)

    return _answer(request, found, form, "Give it an owner", "Save", do)


@opens_with(Deed.KEEP_ACTIONS)
def unassign(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    party = found.parties.filter(pk=request.POST.get("party") or 0).first()
    if party is not None:
        commands.unassign(party=party, by=request.user)
        messages.success(request, "Taken off this action.")
    return redirect("actions:action", partnership=request.scope.slug, action=found.pk)


@opens_with(Deed.KEEP_ACTIONS)
def change_due(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    form = forms.DueForm(request.POST or None, initial={"due_on": found.due_on})

    def do(data: dict[str, Any]) -> None:
        commands.change_due(action=found, due_on=data["due_on"], why=data["why"], on=request.today, by=request.user)

    return _answer(request, found, form, "Change the due date", "Change the date", do)


@opens_with(Deed.KEEP_ACTIONS)
def close(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    form = forms.FinishForm(request.POST or None, label="What was done?", required="Say what was done")

    def do(data: dict[str, Any]) -> None:
        commands.close_action(action=found, on=request.today, note=data["note"], by=request.user)

    return _answer(request, found, form, "Close this action", "Close the action", do)


@opens_with(Deed.KEEP_ACTIONS)
def withdraw(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    form = forms.FinishForm(request.POST or None, label="Why is it withdrawn?", required="Say why it is withdrawn")

    def do(data: dict[str, Any]) -> None:
        commands.withdraw(action=found, on=request.today, reason=data["note"], by=request.user)

    return _answer(request, found, form, "Withdraw this action", "Withdraw the action", do)


@opens_with(Deed.KEEP_ACTIONS)
def reopen(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    form = forms.FinishForm(request.POST or None, label="Why is it open again?", required="Say why it is open again")

    def do(data: dict[str, Any]) -> None:
        commands.reopen_action(action=found, on=request.today, why=data["note"], by=request.user)

    return _answer(request, found, form, "Reopen this action", "Reopen the action", do)


@opens_with(Deed.KEEP_ACTIONS)
def correct_wording(request: HttpRequest, action: int) -> HttpResponse:
    found = _action(request, action)
    initial = {name: getattr(found, name) for name in ("what", "number", "owner_as_written")}
    form = forms.WordingForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> None:
        commands.correct_wording(action=found, by=request.user, **data)

    return _answer(request, found, form, "Correct the wording", "Save", do)
