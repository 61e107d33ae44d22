"""What a meeting resolved, and what it did with actions."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import unindex
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.record.actions import commands as actions
from sightline.record.actions.commands import Owner
from sightline.record.actions.domain import CLOSED, Word
from sightline.record.actions.models import Action

from ..domain import LinkKind, MeetingState
from ..models import AgendaItem, Decision, Meeting, MeetingAction
from ..queries import open_actions_of_board
from .keeping import keep_decision


@deed
def record_decision(
    *,
    meeting: Meeting,
    text: str,
    by: User | None,
    agenda_item: AgendaItem | None = None,
    number: str = "",
    proposed_by: str = "",
    seconded_by: str = "",
    result: str = "",
) -> Decision:
    """A decision, numbered within the meeting: 3.1 is the first under item 3, D1 the first under none."""
    _refuse_if_cancelled(meeting)
    _check_item(meeting, agenda_item)
    if not text.strip():
        raise Refused("Write what was decided.", "text")
    refuse_child_details(text=text)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    decision = Decision(
        meeting=meeting,
        agenda_item=agenda_item,
        number=number or _next_number(meeting, agenda_item),
        text=text.strip(),
        proposed_by=proposed_by,
        seconded_by=seconded_by,
        result=result,
    )
    keep_decision(decision)
    return decision


def _next_number(meeting: Meeting, item: AgendaItem | None) -> str:
    stem = f"{item.order}." if item else "D"
    taken = set(meeting.decisions.values_list("number", flat=True))
    return next(name for name in (f"{stem}{n}" for n in range(1, len(taken) + 2)) if name not in taken)


@deed
def correct_decision(
    *,
    decision: Decision,
    by: User | None,
    text: str | None = None,
    proposed_by: str | None = None,
    seconded_by: str | None = None,
    result: str | None = None,
) -> Decision:
    given = {"text": text, "proposed_by": proposed_by, "seconded_by": seconded_by, "result": result}
    refuse_child_details(text=text or "")
    for name, value in given.items():
        if value is not None:
            setattr(decision, name, value)
    keep_decision(decision)
    return decision


@deed
def remove_decision(*, decision: Decision, by: User | None) -> None:
    """For one written down by mistake; the trail keeps it and its number is free again."""
    unindex(kind="meetings.decision", id=decision.pk)
    decision.delete()


@deed
def raise_action_at_meeting(
    *,
    meeting: Meeting,
    what: str,
    by: User | None,
    agenda_item: AgendaItem | None = None,
    number: str = "",
    leads: Iterable[Owner] = (),
    contributors: Iterable[Owner] = (),
    owner_as_written: str = "",
    due_on: date | None = None,
    due_as_written: str = "",
) -> Action:
    """A new action, raised by this meeting and numbered by its month: 2611-3 is the third raised in November 2026."""
    _refuse_if_cancelled(meeting)
    _check_item(meeting, agenda_item)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    action = actions.raise_action(
        partnership=meeting.partnership,
        what=what,
        number=number or _next_action_number(meeting),
        leads=leads,
        contributors=contributors,
        owner_as_written=owner_as_written,
        due_on=due_on,
        due_as_written=due_as_written,
        raised_on=meeting.held_on,
        by=by,
    )
    _link(meeting, action, LinkKind.RAISED, agenda_item)
    return action


def _next_action_number(meeting: Meeting) -> str:
    stem = f"{meeting.held_on:%y%m}-"
    links = MeetingAction.objects.filter(meeting__board=meeting.board, action__number__startswith=stem)
    taken = set(links.values_list("action__number", flat=True))
    return next(name for name in (f"{stem}{n}" for n in range(1, len(taken) + 2)) if name not in taken)


@deed
def carry_action(
    *, meeting: Meeting, action: Action, by: User | None, agenda_item: AgendaItem | None = None
) -> MeetingAction:
    """Says that the meeting looked at an open action and left it open."""
    _refuse_if_cancelled(meeting)
    _check_same_partnership(meeting, action)
    return _link(meeting, action, LinkKind.CARRIED, agenda_item)


@deed
def carry_open_actions(*, meeting: Meeting, by: User | None) -> list[MeetingAction]:
    """Carries every action that the board's earlier meetings left open."""
    _refuse_if_cancelled(meeting)
    still_open = open_actions_of_board(meeting.board, meeting.held_on, before=meeting)
    return [_link(meeting, action, LinkKind.CARRIED, None) for action in still_open]


@deed
def close_action_at_meeting(*, meeting: Meeting, action: Action, note: str, by: User | None) -> MeetingAction:
    """Done on the board's word, whether or not someone reported it first; without a note what was reported stands."""
    _refuse_if_cancelled(meeting)
    _check_same_partnership(meeting, action)
    if action.status not in CLOSED:
        actions.close_action(
            action=action,
            on=meeting.held_on,
            note=note or action.closing_note,
            word=Word.BOARD,
            word_of=_named(meeting),
            by=by,
        )
    return _link(meeting, action, LinkKind.CLOSED, None)


def _named(meeting: Meeting) -> str:
    return f"{meeting.board}, {meeting.held_on.day} {meeting.held_on:%B %Y}"


@deed
def drop_action(*, meeting: Meeting, action: Action, by: User | None) -> None:
    """Takes back that the meeting raised or carried an action. One that no other meeting knows is removed."""
    meeting.action_links.filter(action=action).delete()
    if not MeetingAction.objects.filter(action=action).exists():
        actions.remove_action(action=action, by=by)


def _link(meeting: Meeting, action: Action, kind: LinkKind, item: AgendaItem | None) -> MeetingAction:
    link, _ = MeetingAction.objects.get_or_create(
        meeting=meeting, action=action, kind=kind, defaults={"agenda_item": item}
    )
    return link


def _check_item(meeting: Meeting, item: AgendaItem | None) -> None:
    if item is not None and item.meeting_id != meeting.pk:
        raise Refused("That agenda item belongs to another meeting.", "agenda_item")


def _check_same_partnership(meeting: Meeting, action: Action) -> None:
    if action.partnership_id != meeting.partnership_id:
        raise Refused("That action belongs to another partnership.", "action")


def _refuse_if_cancelled(meeting: Meeting) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise Refused("This meeting is cancelled. Use the meeting that took place.")
