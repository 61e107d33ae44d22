"""How an action ends. Who says that it is done is not who confirms it: a second person does, a board, or a paper."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.evidence.queries import reach_of

from ..domain import CLOSED, NO_REACH, Event, Status, Word
from ..models import Action
from .keeping import day, keep_action, refuse_if_closed, tell


@deed
def report_done(*, action: Action, on: date, note: str, by: User | None) -> Action:
    """The first word: its owner or the team says that it is done. It stays open until the second word."""
    _as_it_stands(action)
    refuse_if_closed(action)
    if action.status == Status.REPORTED:
        raise Refused("This action is reported as done already and waits for a second word.")
    note = _said(action, on, note, "Say what was done.")
    action.status, action.reported_on, action.reported_by = Status.REPORTED, on, by
    action.closing_note = note
    keep_action(action)
    tell(action, Event.REPORTED, on, note, by, Status.REPORTED)
    return action


@deed
def confirm_done(*, action: Action, on: date, by: User | None, note: str = "") -> Action:
    """The second word, of someone other than who reported it."""
    _as_it_stands(action)
    _refuse_unless_reported(action)
    if by is not None and by.pk == action.reported_by_id:
        raise Refused("You reported this action as done. Someone else confirms it, or a board at a meeting.")
    refuse_child_details(note=note)
    said = note.strip() or "Confirmed."
    action.confirmed_by = by
    return _done(action, on, said, Word.PERSON, str(by or ""), by)


@deed
def send_back(*, action: Action, on: date, why: str, by: User | None) -> Action:
    """Not done yet: it is in progress again, and the reason stands in its history."""
    _as_it_stands(action)
    _refuse_unless_reported(action)
    why = _said(action, on, why, "Say what is still to be done.", "why")
    action.status, action.reported_on, action.reported_by = Status.IN_PROGRESS, None, None
    action.closing_note = ""
    keep_action(action)
    tell(action, Event.SENT_BACK, on, why, by, Status.IN_PROGRESS)
    return action


@deed
def close_action(
    *, action: Action, on: date, note: str, by: User | None, word: Word | None = None, word_of: str = ""
) -> Action:
    """Done on the word of a board or a paper, which need no second one; `word_of` names it: a meeting, a document."""
    _as_it_stands(action)
    refuse_if_closed(action)
    note = _said(action, on, note, "Say what was done.")
    action.closing_note = note
    return _done(action, on, note, word, word_of, by)


@deed
def withdraw(*, action: Action, on: date, reason: str, by: User | None) -> Action:
    """For an action that will not be done: overtaken, merged into another, or raised by mistake."""
    _as_it_stands(action)
    refuse_if_closed(action)
    reason = _said(action, on, reason, "Say why the action is withdrawn.")
    action.status, action.closed_on, action.closing_note = Status.WITHDRAWN, on, reason
    keep_action(action)
    tell(action, Event.WITHDRAWN, on, reason, by, Status.WITHDRAWN)
    return action


@deed
def reopen_action(*, action: Action, on: date, why: str, by: User | None) -> Action:
    """Whoever reported and confirmed it before stays in its history."""
    _as_it_stands(action)
    if action.status not in CLOSED:
        raise Refused("This action is open already.")
    refuse_child_details(why=why)
    if not why.strip():
        raise Refused("Say why the action is open again.", "why")
    action.status, action.closed_on, action.closing_note = Status.IN_PROGRESS, None, ""
    action.reported_on, action.reported_by, action.confirmed_by = None, None, None
    action.word, action.word_of, action.reach_at_closing = "", "", ""
    keep_action(action)
    tell(action, Event.REOPENED, on, why.strip(), by, Status.IN_PROGRESS)
    return action


def _as_it_stands(action: Action) -> None:
    """The row as it is now, held until this is done, not as a page had it when two people look at one action."""
    action.refresh_from_db(from_queryset=Action.objects.select_for_update())


def _done(action: Action, on: date, said: str, word: Word | None, word_of: str, by: User | None) -> Action:
    subject = Reference("actions.action", action.pk)
    action.status, action.closed_on = Status.DONE, on
    action.word, action.word_of = word or "", word_of.strip()[:300]
    action.reach_at_closing = reach_of([subject], on)[subject] or NO_REACH
    keep_action(action)
    tell(action, Event.CLOSED, on, said, by, Status.DONE)
    return action


def _said(action: Action, on: date, words: str, ask: str, field: str = "note") -> str:
    refuse_child_details(**{field: words})
    if not words.strip():
        raise Refused(ask, field)
    if action.raised_on and on < action.raised_on:
        raise Refused(f"The action was raised on {day(action.raised_on)}; it cannot end before that.", "on")
    return words.strip()


def _refuse_unless_reported(action: Action) -> None:
    refuse_if_closed(action)
    if action.status != Status.REPORTED:
        raise Refused("Nobody has reported this action as done. Report it first, or let a board close it at a meeting.")
