"""Pages of the learning tracker."""

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
from sightline.record.evidence.queries import reach_in
from sightline.record.evidence.views import add_to

from .. import commands, queries
from ..domain.tracks import StepKind
from ..forms import tracks as forms
from ..models import Track, TrackStep
from ..presenters import tracks as shown
from ..presenters.shared import at

SUBJECT = "learning.track"


def _track_or_404(request: HttpRequest, track: int) -> Track:
    found = queries.track_in(request.scope, track, request.as_at)
    if found is None:
        raise Http404
    return found


def _to(request: HttpRequest, track: int) -> str:
    return at("track", request.scope.slug, track=track)


def papers_of(request: HttpRequest) -> set[int]:
    return set(queries.papers_to_name(request.viewer, request.scope).values_list("pk", flat=True))


@opens_with(Deed.READ)
def tracks(request: HttpRequest) -> HttpResponse:
    found = list(queries.tracks_of(request.scope, request.as_at))
    reach = reach_in(request.scope, SUBJECT, request.as_at)
    page = shown.tracks_page(found, reach, request.scope, request.viewer, request.as_at, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.READ)
def track_page(request: HttpRequest, track: int) -> HttpResponse:
    found = _track_or_404(request, track)
    page = shown.track_page(found, request.viewer, papers_of(request), request.scope, request.as_at)
    return render(request, "learning/track.html", {"page": page})


def _track_form(request: HttpRequest, initial: dict[str, Any]) -> forms.TrackForm:
    return forms.TrackForm(
        request.POST or None,
        viewer=request.viewer,
        partnership=request.scope,
        on=request.today,
        initial=initial,
    )


@opens_with(Deed.KEEP_LEARNING)
def start(request: HttpRequest) -> HttpResponse:
    """`?finding=` and `?theme=` in the address come from where the idea arose."""
    given = {name: request.GET[name] for name in ("finding", "theme") if request.GET.get(name, "").isdigit()}
    return ask(
        request,
        _track_form(request, given),
        title="Follow a theme or finding",
        button="Follow it",
        do=lambda data: commands.start_track(partnership=request.scope, on=request.today, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=at("tracks", request.scope.slug),
        said="It is followed from now on.",
    )


@opens_with(Deed.KEEP_LEARNING)
def correct(request: HttpRequest, track: int) -> HttpResponse:
    found = _track_or_404(request, track)
    initial = {name: getattr(found, name) for name in forms.TrackForm.base_fields}
    return ask(
        request,
        _track_form(request, initial),
        title="Change what it follows",
        button="Save",
        do=lambda data: commands.correct_track(track=found, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=_to(request, found.pk),
    )


@opens_with(Deed.KEEP_LEARNING)
def close(request: HttpRequest, track: int) -> HttpResponse:
    found = _track_or_404(request, track)
    return ask(
        request,
        forms.ClosingForm(request.POST or None, initial={"on": request.today}),
        title=f"Close: {found.title}",
        button="Close it",
        do=lambda data: commands.close_track(track=found, by=request.user, **data),
        to=lambda done: _to(request, done.pk),
        back=_to(request, found.pk),
        said="It is closed.",
    )


def _step_form(request: HttpRequest, initial: dict[str, Any] | None = None) -> forms.StepForm:
    return forms.StepForm(
        request.POST or None,
        viewer=request.viewer,
        partnership=request.scope,
        on=request.today,
        initial=initial,
    )


@opens_with(Deed.KEEP_LEARNING)
def add_step(request: HttpRequest, track: int) -> HttpResponse:
    found = _track_or_404(request, track)

    def do(data: dict[str, Any]) -> TrackStep:
        return commands.add_step(track=found, kind=StepKind(data.pop("kind")), by=request.user, **data)

    return ask(
        request,
        _step_form(request),
        title="Add a step",
        button="Add the step",
        do=do,
        to=lambda done: _to(request, found.pk),
        back=_to(request, found.pk),
        text=found.title,
        said="The step is added.",
    )


def _step_or_404(request: HttpRequest, track: int, step: int) -> TrackStep:
    found = queries.step_in(_track_or_404(request, track), step)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.KEEP_LEARNING)
def correct_step(request: HttpRequest, track: int, step: int) -> HttpResponse:
    found = _step_or_404(request, track, step)
    initial = {name: getattr(found, name) for name in forms.StepForm.base_fields}
    return ask(
        request,
        _step_form(request, initial),
        title="Change this step",
        button="Save",
        do=lambda data: commands.correct_step(step=found, by=request.user, **data),
        to=lambda done: _to(request, track),
        back=_to(request, track),
    )


@opens_with(Deed.KEEP_LEARNING)
@require_POST
def remove_step(request: HttpRequest, track: int, step: int) -> HttpResponse:
    commands.remove_step(step=_step_or_404(request, track, step), by=request.user)
    messages.success(request, "The step is removed.")
    return redirect(_to(request, track))


@opens_with(Deed.KEEP_LEARNING)
def evidence(request: HttpRequest, track: int) -> HttpResponse:
    found = _track_or_404(request, track)
    return add_to(request, subject=Reference(SUBJECT, found.pk), back=_to(request, found.pk), text=found.title)
