"""The learning tracker."""

from datetime import date

from django.db.models import QuerySet

from sightline.foundation.accounts.models import Partnership

from ..domain.tracks import StepFacts, StepKind
from ..models import Track, TrackStep

WITH = ("steps__briefing", "steps__review__publication", "steps__meeting__board", "steps__document")


def tracks_of(partnership: Partnership, day: date) -> QuerySet[Track]:
    rows = Track.objects.filter(partnership=partnership, started_on__lte=day)
    return rows.select_related(
        "theme", "finding__review__publication", "lead", "lead_post__organisation"
    ).prefetch_related(*WITH)


def track_in(partnership: Partnership, pk: int, day: date) -> Track | None:
    return tracks_of(partnership, day).filter(pk=pk).first()


def step_in(track: Track, pk: int) -> TrackStep | None:
    return track.steps.filter(pk=pk).first()


def one_step(step: TrackStep) -> StepFacts:
    return StepFacts(StepKind(step.kind), step.planned_on, step.done_on)


def step_facts(track: Track) -> list[StepFacts]:
    return [one_step(step) for step in track.steps.all()]
