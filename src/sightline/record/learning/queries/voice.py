"""Voice: what people were asked, said, and what changed."""

from datetime import date

from django.db.models import Count, Max, Prefetch, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.models import Priority

from ..models import VoiceActivity, VoiceChange, VoiceStatement


def activities_of(partnership: Partnership, day: date) -> QuerySet[VoiceActivity]:
    """Held by a day, with what was said and what had changed by then: a few queries however many."""
    changes = VoiceChange.objects.filter(on__lte=day).select_related(
        "priority", "decision__meeting__board", "action", "recommendation"
    )
    rows = VoiceActivity.objects.filter(partnership=partnership, held_on__lte=day).select_related(
        "asked_by", "document"
    )
    return rows.prefetch_related(
        "statements", "themes__theme", "priorities__priority", Prefetch("changes", queryset=changes)
    )


def activity_in(partnership: Partnership, pk: int, day: date) -> VoiceActivity | None:
    return activities_of(partnership, day).filter(pk=pk).first()


def statement_in(activity: VoiceActivity, pk: int) -> VoiceStatement | None:
    return activity.statements.filter(pk=pk).first()


def change_in(activity: VoiceActivity, pk: int) -> VoiceChange | None:
    return VoiceChange.objects.filter(activity=activity, pk=pk).first()


def asked_about(priority: Priority, day: date) -> tuple[int, date | None]:
    """How often people were asked about a priority by a day, and when last; one query."""
    rows = VoiceActivity.objects.filter(priorities__priority=priority, held_on__lte=day)
    found = rows.order_by().aggregate(times=Count("pk", distinct=True), last=Max("held_on"))
    return found["times"], found["last"]
