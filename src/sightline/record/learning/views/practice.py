"""Pages of the practice library."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.evidence.queries import evidence_of
from sightline.record.evidence.views import add_to

from .. import commands, queries
from ..forms import practice as forms
from ..forms.briefings import ReasonForm
from ..models import PracticeExample
from ..presenters import practice as shown
from ..presenters.shared import at
from .tracks import papers_of

SUBJECT = "learning.practiceexample"


def _example_or_404(request: HttpRequest, example: int) -> PracticeExample:
    found = queries.example_in(request.scope, example, request.as_at)
    if found is None:
        raise Http404
    return found


def _to(request: HttpRequest, example: int) -> str:
    return at("example", request.scope.slug, example=example)


@opens_with(Deed.READ)
def practice(request: HttpRequest) -> HttpResponse:
    found = list(queries.examples_for(request.viewer, request.scope, request.as_at))
    grades = queries.grades_of([one.pk for one in found], request.as_at)
    page = shown.practice_page(found, grades, request.scope, request.viewer, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.READ)
def example(request: HttpRequest, example: int) -> HttpResponse:
    found = _example_or_404(request, example)
    reference = Reference(SUBJECT, found.pk)
    evidence = evidence_of([reference], request.as_at)[reference]
    page = shown.own_page(found, evidence, request.viewer, papers_of(request), request.as_at)
    return render(request, "learning/example.html", {"page": page})


@opens_with(Deed.READ)
def example_elsewhere(request: HttpRequest, example: int) -> HttpResponse:
    """What another partnership of the region shares, read from one's own place."""
    found = queries.example_seen(request.viewer, request.scope, example, request.as_at)
    if found is None:
        raise Http404
    grades = queries.grades_of([found.pk], request.as_at).get(found.pk, [])
    return render(request, "learning/example.html", {"page": shown.elsewhere_page(found, grades, request.scope)})


def _form(request: HttpRequest, initial: dict[str, Any] | None = None) -> forms.ExampleForm:
    return forms.ExampleForm(
        request.POST or None,
        viewer=request.viewer,
        partnership=request.scope,
        on=request.today,
        initial=initial,
    )


@opens_with(Deed.KEEP_LEARNING)
def record(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        _form(request),
        title="Record an example",
        button="Record it",
        do=lambda data: commands.record_example(partnership=request.scope, on=request.today, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=at("practice", request.scope.slug),
        said="The example is recorded. Now add the evidence it has.",
    )


@opens_with(Deed.KEEP_LEARNING)
def correct(request: HttpRequest, example: int) -> HttpResponse:
    found = _example_or_404(request, example)
    initial = {name: getattr(found, name) for name in forms.ExampleForm.base_fields if name != "themes"}
    initial["themes"] = [link.theme_id for link in found.themes.all()]
    return ask(
        request,
        _form(request, initial),
        title="Change this example",
        button="Save",
        do=lambda data: commands.correct_example(example=found, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=_to(request, found.pk),
    )


@opens_with(Deed.CHOOSE_SHARING)
@require_POST
def share(request: HttpRequest, example: int) -> HttpResponse:
    """Shares it with the region, or stops."""
    found = _example_or_404(request, example)
    try:
        if found.shared_on:
            commands.stop_sharing(example=found, by=request.user)
            said = "It is no longer shared."
        else:
            commands.share_example(example=found, on=request.today, by=request.user)
            said = "It is shared with the partnerships of the region, while learning is shared with it."
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, said)
    return redirect(_to(request, found.pk))


@opens_with(Deed.KEEP_LEARNING)
def withdraw(request: HttpRequest, example: int) -> HttpResponse:
    found = _example_or_404(request, example)
    return ask(
        request,
        ReasonForm(request.POST or None),
        title=f"Withdraw: {found.title}",
        button="Withdraw it",
        do=lambda data: commands.withdraw_example(example=found, on=request.today, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=_to(request, found.pk),
        said="The example is withdrawn.",
        warning=True,
    )


@opens_with(Deed.KEEP_LEARNING)
def evidence(request: HttpRequest, example: int) -> HttpResponse:
    found = _example_or_404(request, example)
    return add_to(request, subject=Reference(SUBJECT, found.pk), back=_to(request, found.pk), text=found.title)
