"""What is due from whom in learning, for the reminders."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q

from sightline.kernel.due import Due
from sightline.kernel.references import Reference

from ..domain.tracks import STEP_LABELS, StepKind
from ..models import Briefing, IssueTo, PracticeExample, TrackStep, VoiceActivity


def due_things(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    """Receipts, cascades, steps of tracks, reviews of briefings and examples, and telling people what came of it."""
    yield from _of_agencies(partnership_ids, on)
    yield from _steps(partnership_ids, on)
    yield from _briefings(partnership_ids, on)
    yield from _examples(partnership_ids, on)
    yield from _voice(partnership_ids, on)


def _of_agencies(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    open_ones = Q(cascaded_on__isnull=True) | Q(cascaded_on__gt=on)
    rows = IssueTo.objects.filter(
        open_ones,
        briefing__partnership__in=partnership_ids,
        sent_on__lte=on,
        briefing__retired_on=None,
        briefing__revised_on=None,
    )
    for issue in rows.select_related("briefing"):
        waits_for_receipt = issue.received_on is None or issue.received_on > on
        yield Due(
            reference=Reference("learning.issueto", issue.pk),
            partnership_id=issue.briefing.partnership_id,
            what=f"Briefing: {issue.briefing.title}",
            asks="Confirm that you have received it" if waits_for_receipt else "Say to whom you passed it on",
            due_on=issue.receipt_due_on if waits_for_receipt else issue.cascade_due_on,
            posts=(issue.contact_id,) if issue.contact_id else (),
            organisations=(issue.organisation_id,),
        )


def _steps(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    rows = TrackStep.objects.filter(
        track__partnership__in=partnership_ids, track__ended_on=None, track__started_on__lte=on, done_on=None
    )
    for step in rows.select_related("track"):
        track = step.track
        yield Due(
            reference=Reference("learning.trackstep", step.pk),
            partnership_id=track.partnership_id,
            what=f"Learning tracker, {track.title}: {step.what or STEP_LABELS[StepKind(step.kind)]}",
            asks="Do it, or say when it was done",
            due_on=step.planned_on,
            posts=(track.lead_post_id,) if track.lead_post_id else (),
            organisations=(track.lead_id,) if track.lead_id else (),
        )


def _briefings(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    rows = Briefing.objects.filter(
        partnership__in=partnership_ids,
        issued_on__lte=on,
        retired_on=None,
        revised_on=None,
        review_on__isnull=False,
    )
    for briefing in rows:
        yield Due(
            reference=Reference("learning.briefing", briefing.pk),
            partnership_id=briefing.partnership_id,
            what=f"Briefing: {briefing.title}",
            asks="Look at it again: revise it, retire it or set a later date",
            due_on=briefing.review_on,
        )


def _examples(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    rows = PracticeExample.objects.filter(
        partnership__in=partnership_ids, recorded_on__lte=on, withdrawn_on=None, review_on__isnull=False
    )
    for example in rows:
        yield Due(
            reference=Reference("learning.practiceexample", example.pk),
            partnership_id=example.partnership_id,
            what=f"Practice example: {example.title}",
            asks="Look at this example again: is it still so, and how well is it evidenced now?",
            due_on=example.review_on,
            posts=(example.contact_id,) if example.contact_id else (),
            organisations=(example.organisation_id,) if example.organisation_id else (),
        )


def _voice(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    untold = Q(fed_back_on__isnull=True) | Q(fed_back_on__gt=on)
    rows = VoiceActivity.objects.filter(
        untold, partnership__in=partnership_ids, held_on__lte=on, feedback_due_on__isnull=False
    )
    for activity in rows:
        yield Due(
            reference=Reference("learning.voiceactivity", activity.pk),
            partnership_id=activity.partnership_id,
            what=f"What people said: {activity.title}",
            asks="Tell those who were asked what came of it",
            due_on=activity.feedback_due_on,
            organisations=(activity.asked_by_id,) if activity.asked_by_id else (),
        )
