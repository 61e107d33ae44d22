"""Pages of voice."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import paper_download, table_download
from sightline.partnership.plan.queries import priorities_of

from .. import commands, queries
from ..forms import voice as forms
from ..models import VoiceActivity
from ..presenters import voice as shown
from ..presenters.shared import at
from .tracks import papers_of


def _activity_or_404(request: HttpRequest, activity: int) -> VoiceActivity:
    found = queries.activity_in(request.scope, activity, request.as_at)
    if found is None:
        raise Http404
    return found


def _to(request: HttpRequest, activity: int) -> str:
    return at("activity", request.scope.slug, activity=activity)


@opens_with(Deed.READ)
def voice(request: HttpRequest) -> HttpResponse:
    found = queries.activities_of(request.scope, request.as_at)
    page = shown.voice_page(found, request.scope, request.viewer, request.as_at, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.READ)
def activity(request: HttpRequest, activity: int) -> HttpResponse:
    found = _activity_or_404(request, activity)
    page = shown.activity_page(found, request.viewer, papers_of(request), request.scope, request.as_at)
    return render(request, "learning/activity.html", {"page": page})


@opens_with(Deed.READ)
def you_said(request: HttpRequest) -> HttpResponse:
    found, year = list(queries.activities_of(request.scope, request.as_at)), request.GET.get("year", "")
    if request.GET.get("export") in ("docx", "pdf"):
        paper = shown.you_said_on_paper(found, year, request.scope, request.as_at)
        return paper_download(paper, request.GET["export"], slugify(f"you said we did {year}"))
    page = shown.you_said_page(found, year, request.scope, request.as_at)
    return render(request, "learning/you_said.html", {"page": page})


@opens_with(Deed.READ)
def by_priority(request: HttpRequest) -> HttpResponse:
    found = list(queries.activities_of(request.scope, request.as_at))
    priorities = priorities_of(request.scope, request.as_at)
    page = shown.priorities_page(priorities, found, request.scope, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


def _form(request: HttpRequest, initial: dict[str, Any] | None = None) -> forms.VoiceForm:
    return forms.VoiceForm(
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
        title="Record what people were asked",
        button="Record it",
        do=lambda data: commands.record_voice(partnership=request.scope, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=at("voice", request.scope.slug),
        hint="Groups and numbers only. Nobody’s name, age or school.",
        said="It is recorded. Now write down what they said and what changed.",
    )


@opens_with(Deed.KEEP_LEARNING)
def correct(request: HttpRequest, activity: int) -> HttpResponse:
    found = _activity_or_404(request, activity)
    many = {"priorities", "themes"}
    initial = {name: getattr(found, name) for name in forms.VoiceForm.base_fields if name not in many}
    initial["priorities"] = [link.priority_id for link in found.priorities.all()]
    initial["themes"] = [link.theme_id for link in found.themes.all()]
    return ask(
        request,
        _form(request, initial),
        title="Change these details",
        button="Save",
        do=lambda data: commands.correct_voice(activity=found, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=_to(request, found.pk),
    )


@opens_with(Deed.KEEP_LEARNING)
def remove(request: HttpRequest, activity: int) -> HttpResponse:
    found = _activity_or_404(request, activity)
    return ask(
        request,
        Form(request.POST if request.method == "POST" else None),
        title="Remove this record of what people said?",
        button="Remove it",
        do=lambda data: commands.remove_voice(activity=found, by=request.user),
        to=lambda done: at("voice", request.scope.slug),
        back=_to(request, found.pk),
        text=found.title,
        hint="For one entered by mistake. What was said goes with it. Who changed what keeps that it was here.",
        said="The record is removed.",
        warning=True,
    )


@opens_with(Deed.KEEP_LEARNING)
def add_statement(request: HttpRequest, activity: int) -> HttpResponse:
    found = _activity_or_404(request, activity)
    return ask(
        request,
        forms.StatementForm(request.POST or None),
        title="Write down what they said",
        button="Save",
        do=lambda data: commands.record_statement(activity=found, by=request.user, **data),
        to=lambda done: _to(request, found.pk),
        back=_to(request, found.pk),
        text=found.title,
        said="What they said is written down.",
    )


@opens_with(Deed.KEEP_LEARNING)
@require_POST
def remove_statement(request: HttpRequest, activity: int, statement: int) -> HttpResponse:
    one = queries.statement_in(_activity_or_404(request, activity), statement)
    if one is None:
        raise Http404
    commands.remove_statement(statement=one, by=request.user)
    messages.success(request, "Those words are removed.")
    return redirect(_to(request, activity))


@opens_with(Deed.KEEP_LEARNING)
def add_change(request: HttpRequest, activity: int) -> HttpResponse:
    found = _activity_or_404(request, activity)
    form = forms.ChangeForm(
        request.POST or None, partnership=request.scope, on=request.today, initial={"on": request.today}
    )
    return ask(
        request,
        form,
        title="Record what changed",
        button="Save",
        do=lambda data: commands.record_change(activity=found, by=request.user, **data),
        to=lambda done: _to(request, found.pk),
        back=_to(request, found.pk),
        text=found.title,
        said="What changed is recorded.",
    )


@opens_with(Deed.KEEP_LEARNING)
@require_POST
def remove_change(request: HttpRequest, activity: int, change: int) -> HttpResponse:
    one = queries.change_in(_activity_or_404(request, activity), change)
    if one is None:
        raise Http404
    commands.remove_change(change=one, by=request.user)
    messages.success(request, "That change is removed.")
    return redirect(_to(request, activity))


@opens_with(Deed.KEEP_LEARNING)
def feed_back(request: HttpRequest, activity: int) -> HttpResponse:
    found = _activity_or_404(request, activity)
    return ask(
        request,
        forms.FeedbackForm(request.POST or None, initial={"on": request.today}),
        title="Record that they were told",
        button="Save",
        do=lambda data: commands.feed_back(activity=found, by=request.user, **data),
        to=lambda done: _to(request, found.pk),
        back=_to(request, found.pk),
        text=found.title,
        said="It is recorded that they were told.",
    )
