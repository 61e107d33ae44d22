"""Verbs of voice: who was asked as groups, what they said, what changed, and that they were told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.plan.models import Priority, Theme
from sightline.record.actions.models import Action
from sightline.record.meetings.models import Decision
from sightline.record.recommendations.models import Recommendation

from ..domain.voice import GROUP_LABELS, TOO_FEW, Group, Method, is_small
from ..models import VoiceActivity, VoiceChange, VoicePriority, VoiceStatement, VoiceTheme
from .checks import needed, not_before, same_partnership

SUBJECT = "learning.voiceactivity"
PARTS = (
    "title",
    "group",
    "how_many",
    "method",
    "asked",
    "asked_by",
    "held_on",
    "document",
    "feedback_due_on",
)


@deed
def record_voice(
    *,
    partnership: Partnership,
    title: str,
    group: Group,
    method: Method,
    held_on: date,
    by: User | None,
    priorities: Iterable[Priority] = (),
    themes: Iterable[Theme] = (),
    **parts: Any,
) -> VoiceActivity:
    """`how_many`, `asked`, `asked_by`, `document`, `feedback_due_on` may follow; never a name."""
    given = {"title": title, "group": group, "method": method, "held_on": held_on} | parts
    return _keep(VoiceActivity(partnership=partnership), given, priorities, themes)


@deed
def correct_voice(
    *,
    activity: VoiceActivity,
    by: User | None,
    priorities: Iterable[Priority] | None = None,
    themes: Iterable[Theme] | None = None,
    **changes: Any,
) -> VoiceActivity:
    return _keep(activity, changes, priorities, themes)


def _keep(
    activity: VoiceActivity,
    parts: dict[str, Any],
    priorities: Iterable[Priority] | None,
    themes: Iterable[Theme] | None,
) -> VoiceActivity:
    for name, value in parts.items():
        if name not in PARTS:
            raise Refused(f"{name} cannot be set.", name)
        setattr(activity, name, value.strip() if isinstance(value, str) else value)
    needed(title=activity.title)
    refuse_child_details(title=activity.title, asked=activity.asked)
    same_partnership(activity.partnership, asked_by=activity.asked_by, document=activity.document)
    if activity.pk and is_small(activity.how_many) and activity.statements.exists():
        raise Refused(f"{TOO_FEW} Remove what is written as said first.", "how_many")
    kept(activity)
    _link(activity, priorities, themes)
    _index(activity)
    return activity


def _link(activity: VoiceActivity, priorities: Iterable[Priority] | None, themes: Iterable[Theme] | None) -> None:
    if priorities is not None:
        activity.priorities.all().delete()
        for priority in priorities:
            same_partnership(activity.partnership, priorities=priority)
            kept(VoicePriority(activity=activity, priority=priority))
    if themes is not None:
        activity.themes.all().delete()
        for theme in themes:
            kept(VoiceTheme(activity=activity, theme=theme))


@deed
def remove_voice(*, activity: VoiceActivity, by: User | None) -> None:
    """For one entered by mistake; one that something changed because of stays."""
    if activity.changes.exists():
        raise Refused("Something changed because of this; it stays. Correct it instead.")
    unindex(kind=SUBJECT, id=activity.pk)
    activity.delete()


@deed
def record_statement(*, activity: VoiceActivity, text: str, by: User | None) -> VoiceStatement:
    """What the group said, as a group. Of fewer than five, no words are kept: they could tell who said them."""
    needed(text=text)
    refuse_child_details(text=text)
    if is_small(activity.how_many):
        raise Refused(TOO_FEW, "text")
    statement = kept(VoiceStatement(activity=activity, text=text.strip()))
    _index(activity)
    return statement


@deed
def remove_statement(*, statement: VoiceStatement, by: User | None) -> None:
    activity = statement.activity
    statement.delete()
    _index(activity)


@deed
def record_change(
    *,
    activity: VoiceActivity,
    text: str,
    on: date,
    by: User | None,
    priority: Priority | None = None,
    decision: Decision | None = None,
    action: Action | None = None,
    recommendation: Recommendation | None = None,
) -> VoiceChange:
    """What was done because of what they said, with the promise or decision that did it."""
    needed(text=text)
    refuse_child_details(text=text)
    not_before(on, activity.held_on, "They were asked")
    meeting = decision.meeting if decision else None
    same_partnership(
        activity.partnership, priority=priority, action=action, recommendation=recommendation, decision=meeting
    )
    change = VoiceChange(
        activity=activity,
        text=text.strip(),
        on=on,
        priority=priority,
        decision=decision,
        action=action,
        recommendation=recommendation,
    )
    return kept(change)


@deed
def remove_change(*, change: VoiceChange, by: User | None) -> None:
    change.delete()


@deed
def feed_back(*, activity: VoiceActivity, on: date, how: str, by: User | None) -> VoiceActivity:
    """Those who were asked were told what came of it, also where nothing could change and why."""
    needed(how=how)
    refuse_child_details(how=how)
    not_before(on, activity.held_on, "They were asked")
    activity.fed_back_on, activity.fed_back_how = on, how.strip()
    return kept(activity)


def _index(activity: VoiceActivity) -> None:
    said = "\n".join(activity.statements.values_list("text", flat=True))
    index_entry(
        kind=SUBJECT,
        id=activity.pk,
        partnership=activity.partnership,
        title=f"Voice: {activity.title}",
        text=f"{GROUP_LABELS[Group(activity.group)]}\n{activity.asked}\n{said}",
        dated_on=activity.held_on,
    )
