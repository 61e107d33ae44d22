"""Voice: what people were asked, said, and what changed."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from sightline.foundation.accounts.models import Partnership

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
