"""Saving what search can find."""

from sightline.foundation.library.commands import index_entry, unindex

from ..domain import MinutesState
from ..models import Decision, Meeting, Minutes


def keep(meeting: Meeting) -> None:
    meeting.full_clean()
    meeting.save()
    index_entry(
        kind="meetings.meeting",
        id=meeting.pk,
        partnership=meeting.partnership,
        title=f"{meeting.board}, {meeting.held_on:%-d %B %Y}",
        text=f"{meeting.title} {meeting.venue}",
        dated_on=meeting.held_on,
    )


def keep_decision(decision: Decision) -> None:
    decision.full_clean()
    decision.save()
    item = decision.agenda_item
    index_entry(
        kind="meetings.decision",
        id=decision.pk,
        partnership=decision.meeting.partnership,
        title=f"Decision {decision.number}, {decision.meeting}",
        text=decision.text,
        dated_on=decision.meeting.held_on,
        is_restricted=item is not None and item.is_restricted,
    )


def keep_minutes(minutes: Minutes) -> None:
    """Search finds minutes once they are approved; the newest approved version stands for those before it."""
    minutes.full_clean()
    minutes.save()
    if minutes.state == MinutesState.DRAFT:
        return
    for earlier in minutes.meeting.minutes.filter(version__lt=minutes.version):
        unindex(kind="meetings.minutes", id=earlier.pk)
    index_entry(
        kind="meetings.minutes",
        id=minutes.pk,
        partnership=minutes.meeting.partnership,
        title=f"Minutes of {minutes.meeting}",
        text=minutes.text,
        dated_on=minutes.meeting.held_on,
    )
