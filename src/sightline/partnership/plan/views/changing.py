"""Deeds on priorities, their themes and objectives: one form each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.kernel.verdict import Refused

from .. import commands
from ..domain import ObjectiveState
from ..forms import priorities as forms
from ..models import Objective, Priority, PriorityTheme
from ..presenters.frame import objective_href, priority_href
from .loading import objective_or_404, priority_or_404

keepers = opens_with(Deed.KEEP_PRIORITIES)


def _to_priority(request: HttpRequest) -> Callable[[Priority], str]:
    return lambda priority: priority_href(request.scope.slug, priority.pk)


def _list(request: HttpRequest) -> str:
    return reverse("plan:priorities", args=[request.scope.slug])


@keepers
def set_priority(request: HttpRequest) -> HttpResponse:
    form = forms.PriorityForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> Priority:
        return commands.set_priority(partnership=request.scope, by=request.user, **form.values())

    return ask(
        request,
        form,
        title="Set a priority",
        button="Set the priority",
        do=do,
        to=_to_priority(request),
        back=_list(request),
        hint="Themes of the common vocabulary are proposed from the words, for you to confirm.",
        said="The priority is set. Confirm or remove the themes that were proposed from its words.",
    )


@keepers
def correct_priority(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    form = forms.PriorityForm(
        request.POST or None,
        initial=forms.initial_of(found),
        partnership=request.scope,
        on=request.today,
        priority=found,
    )
    return _ask_of(
        request,
        form,
        found,
        "Correct this priority",
        "Save",
        lambda data: commands.correct_priority(priority=found, by=request.user, **form.values()),
        hint="For what was written down wrongly. A new wording for a new period is carried on instead.",
    )


def _ask_of(
    request: HttpRequest,
    form: Any,
    priority: Priority,
    title: str,
    button: str,
    do: Callable[[dict[str, Any]], Any],
    **more: Any,
) -> HttpResponse:
    """A question about one priority, quoted above it; back to its page afterwards."""
    to = more.pop("to", lambda _: priority_href(request.scope.slug, priority.pk))
    back = priority_href(request.scope.slug, priority.pk)
    return ask(request, form, title=title, button=button, do=do, to=to, back=back, text=priority.title, **more)


@keepers
def end_priority(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    form = forms.EndForm(request.POST or None, initial={"last_on": forms.last_day_of(found.ended_on)})

    def do(data: dict[str, Any]) -> Priority:
        on = forms.first_day_after(data["last_on"])
        try:
            return commands.end_priority(priority=found, on=on, note=data["note"], by=request.user)
        except Refused as refusal:
            raise Refused(refusal.reason, "last_on" if refusal.field == "on" else refusal.field) from refusal

    return _ask_of(request, form, found, "End this priority", "End the priority", do)


@keepers
def carry_on(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    initial = {name: getattr(found, name) for name in ("title", "number", "outcome", "pledge")}
    form = forms.CarryOnForm(request.POST or None, initial=initial | {"started_on": found.ended_on})

    def do(data: dict[str, Any]) -> Priority:
        ended_on = forms.first_day_after(data.pop("last_on"))
        return commands.carry_on(priority=found, ended_on=ended_on, by=request.user, **data)

    return _ask_of(
        request,
        form,
        found,
        "Carry on into the next period",
        "Carry it on",
        do,
        to=_to_priority(request),
        hint="The priority of this period ends the day before. Its themes come along.",
        said="The priority is carried on.",
    )


@keepers
def remove_priority(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    form = forms.forms.Form(request.POST if request.method == "POST" else None)
    return _ask_of(
        request,
        form,
        found,
        "Remove a priority entered by mistake",
        "Remove the priority",
        lambda data: commands.remove_priority(priority=found, by=request.user),
        to=lambda _: _list(request),
        hint="For one that never was a priority. One that has run its time is ended.",
        said="The priority is removed. The trail keeps what it said.",
        warning=True,
    )


@keepers
def add_theme(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    form = forms.ThemeForm(request.POST or None, priority=found, on=request.today)
    return _ask_of(
        request,
        form,
        found,
        "Add a theme",
        "Add the theme",
        lambda data: commands.map_to_theme(priority=found, theme=data["theme"], by=request.user),
        said="The theme is added.",
    )


@keepers
@require_POST
def propose_themes(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    added = commands.propose_themes(priority=found, on=request.today, by=request.user)
    words = ", ".join(str(link.theme) for link in added)
    messages.success(request, f"Proposed from the words: {words}." if added else "The words speak of no further theme.")
    return redirect(priority_href(request.scope.slug, found.pk))


def _link_or_404(priority: Priority, pk: int) -> PriorityTheme:
    found = next((link for link in priority.themes.all() if link.pk == pk), None)
    if found is None:
        raise Http404
    return found


@keepers
@require_POST
def confirm_theme(request: HttpRequest, priority: int, link: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    theme = _link_or_404(found, link).theme
    commands.map_to_theme(priority=found, theme=theme, by=request.user)
    messages.success(request, f"Confirmed: the priority speaks of {theme}.")
    return redirect(priority_href(request.scope.slug, found.pk))


@keepers
@require_POST
def remove_theme(request: HttpRequest, priority: int, link: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    mapped = _link_or_404(found, link)
    commands.unmap_theme(link=mapped, by=request.user)
    messages.success(request, f"Removed: the priority does not speak of {mapped.theme}.")
    return redirect(priority_href(request.scope.slug, found.pk))


@keepers
def set_objective(request: HttpRequest, priority: int) -> HttpResponse:
    found = priority_or_404(request, priority)
    form = forms.ObjectiveForm(request.POST or None, partnership=request.scope, on=request.today)
    return _ask_of(
        request,
        form,
        found,
        "Set an objective",
        "Set the objective",
        lambda data: commands.set_objective(priority=found, by=request.user, **data),
        said="The objective is set.",
    )


def _ask_objective(
    request: HttpRequest,
    form: Any,
    objective: Objective,
    title: str,
    button: str,
    do: Callable[[dict[str, Any]], Any],
    **more: Any,
) -> HttpResponse:
    to = more.pop("to", lambda _: objective_href(request.scope.slug, objective.pk))
    back = objective_href(request.scope.slug, objective.pk)
    return ask(request, form, title=title, button=button, do=do, to=to, back=back, text=objective.text, **more)


@keepers
def correct_objective(request: HttpRequest, objective: int) -> HttpResponse:
    found = objective_or_404(request, objective)
    form = forms.ObjectiveForm(
        request.POST or None,
        initial=forms.initial_of_objective(found),
        partnership=request.scope,
        on=request.today,
    )
    return _ask_objective(
        request,
        form,
        found,
        "Correct this objective",
        "Save",
        lambda data: commands.correct_objective(objective=found, by=request.user, **data),
    )


@keepers
def end_objective(request: HttpRequest, objective: int) -> HttpResponse:
    found = objective_or_404(request, objective)
    form = forms.EndObjectiveForm(request.POST or None, initial={"on": request.today})

    def do(data: dict[str, Any]) -> Objective:
        return commands.end_objective(
            objective=found, state=ObjectiveState(data["state"]), on=data["on"], note=data["note"], by=request.user
        )

    return _ask_objective(request, form, found, "Say how it ended", "Save", do)


@keepers
@require_POST
def reopen_objective(request: HttpRequest, objective: int) -> HttpResponse:
    found = objective_or_404(request, objective)
    try:
        commands.reopen_objective(objective=found, by=request.user)
        messages.success(request, "The objective is under way again.")
    except Refused as refusal:
        messages.error(request, refusal.reason)
    return redirect(objective_href(request.scope.slug, found.pk))


@keepers
def remove_objective(request: HttpRequest, objective: int) -> HttpResponse:
    found = objective_or_404(request, objective)
    form = forms.forms.Form(request.POST if request.method == "POST" else None)
    return _ask_objective(
        request,
        form,
        found,
        "Remove an objective entered by mistake",
        "Remove the objective",
        lambda data: commands.remove_objective(objective=found, by=request.user),
        to=lambda _: priority_href(request.scope.slug, found.priority_id),
        said="The objective is removed. The trail keeps what it said.",
        warning=True,
    )
