"""Verbs for an action that is under way."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..domain import CLOSED, Event, Rating, Status
from ..models import Action, Progress
from .keeping import day, keep_action, refuse_if_closed, tell


@deed
def change_due(*, action: Action, due_on: date | None, on: date, why: str, by: User | None) -> Action:
    """Moves the due date and says so in the history, so that a date that slips is seen to slip."""
    refuse_child_details(why=why)
    refuse_if_closed(action)
    if not why.strip():
        raise Refused("Say why the date changes.", "why")
    before, action.due_on = action.due_on, due_on
    keep_action(action)
    tell(action, Event.DUE, on, f"Moved from {day(before)} to {day(due_on)}. {why.strip()}", by)
    return action


@deed
def note_progress(
    *,
    action: Action,
    note: str,
    on: date,
    by: User | None,
    status: Status | None = None,
    rating: Rating | None = None,
) -> Progress:
    """How an action is going. Without a status or a rating the ones it has stay."""
    refuse_child_details(note=note)
    refuse_if_closed(action)
    if not note.strip():
        raise Refused("Write how the action is going.", "note")
    if status in CLOSED or status is Status.REPORTED:
        raise Refused("To finish an action, report it as done and say what was done.", "status")
    if status is not None and action.status == Status.REPORTED:
        raise Refused("This action waits for a second word. It is sent back before it changes.", "status")
    if (status and status != action.status) or (rating and rating != action.rating):
        action.status, action.rating = status or action.status, rating or action.rating
        keep_action(action)
    return tell(action, Event.PROGRESS, on, note.strip(), by, status or "", rating or "")
