"""Verbs of actions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import ProtectedError

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.plan.models import Objective

from .domain import CLOSED, STATUS_LABELS, PartyKind, Status
from .models import Action, Party, Progress, Serving


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to own an action: as many of the three as are known; a post or an agency outlives the person."""

    post: Post | None = None
    organisation: Organisation | None = None
    person: Person | None = None


@deed
def raise_action(
    *,
    partnership: Partnership,
    what: str,
    by: User | None,
    number: str = "",
    leads: Iterable[Owner] = (),
    contributors: Iterable[Owner] = (),
    owner_as_written: str = "",
    due_on: date | None = None,
    due_as_written: str = "",
    raised_on: date | None = None,
    status: Status = Status.OPEN,
    closed_on: date | None = None,
) -> Action:
    """A new action. One read from a paper may be closed already: then `closed_on` is known or the day it was raised."""
    if not what.strip():
        raise Refused("Say what is to be done.", "what")
    if status in CLOSED and closed_on is None:
        closed_on = raised_on
    if status in CLOSED and closed_on is None:
        raise Refused("Give the day on which the action was closed.", "closed_on")
    action = Action(
        partnership=partnership,
        number=number,
        what=what.strip(),
        owner_as_written=owner_as_written,
        due_on=due_on,
        due_as_written=due_as_written,
        raised_on=raised_on,
        status=status,
        closed_on=closed_on if status in CLOSED else None,
    )
    _keep(action)
    for kind, owners in ((PartyKind.LEAD, leads), (PartyKind.CONTRIBUTES, contributors)):
        for owner in owners:
            assign(action=action, kind=kind, owner=owner, by=by)
    return action


@deed
def assign(*, action: Action, owner: Owner, by: User | None, kind: PartyKind = PartyKind.LEAD) -> Party:
    """Gives an action an owner or a helper. Giving the same twice leaves one; the kind given last holds."""
    if owner == Owner():
        raise Refused("Choose a post, an agency or a person.", "owner")
    _check_belongs(action, owner)
    party = action.parties.filter(post=owner.post, organisation=owner.organisation, person=owner.person).first()
    party = party or Party(action=action, post=owner.post, organisation=owner.organisation, person=owner.person)
    party.kind = kind
    party.full_clean()
    party.save()
    return party


def _check_belongs(action: Action, owner: Owner) -> None:
    for thing in (owner.post, owner.person, owner.organisation):
        if thing is not None and thing.partnership_id not in (None, action.partnership_id):
            raise Refused(f"{thing} belongs to another partnership. Choose from this partnership's directory.", "owner")


@deed
def unassign(*, party: Party, by: User | None) -> None:
    party.delete()


@deed
def serve(*, action: Action, objective: Objective, by: User | None) -> Serving:
    """Ties an action to the objective that it is for."""
    if objective.priority.partnership_id != action.partnership_id:
        raise Refused("That objective belongs to another partnership.", "objective")
    link, _ = Serving.objects.get_or_create(action=action, objective=objective)
    return link


@deed
def change_due(*, action: Action, due_on: date | None, on: date, why: str, by: User | None) -> Action:
    """Moves the due date and says so in the progress, so that a date that slips is seen to slip."""
    _refuse_if_closed(action)
    if not why.strip():
        raise Refused("Say why the date changes.", "why")
    before = action.due_on
    action.due_on = due_on
    _keep(action)
    _note(action, on, f"Due date changed from {_day(before)} to {_day(due_on)}. {why.strip()}", "", by)
    return action


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no date"


@deed
def note_progress(*, action: Action, note: str, on: date, by: User | None, status: Status | None = None) -> Progress:
    _refuse_if_closed(action)
    if not note.strip():
        raise Refused("Write how the action is going.", "note")
    if status in CLOSED:
        raise Refused("To finish an action, close it and say what was done.", "status")
    if status is not None and status != action.status:
        action.status = status
        action.full_clean()
        action.save()
    return _note(action, on, note.strip(), status or "", by)


@deed
def close_action(*, action: Action, on: date, note: str, by: User | None) -> Action:
    return _finish(action, Status.DONE, on, note, "Say what was done.", by)


@deed
def withdraw(*, action: Action, on: date, reason: str, by: User | None) -> Action:
    """For an action that will not be done: overtaken, merged into another, or raised by mistake."""
    return _finish(action, Status.WITHDRAWN, on, reason, "Say why the action is withdrawn.", by)


@deed
def reopen_action(*, action: Action, on: date, why: str, by: User | None) -> Action:
    if action.status not in CLOSED:
        raise Refused("This action is open already.")
    if not why.strip():
        raise Refused("Say why the action is open again.", "why")
    action.status, action.closed_on, action.closing_note = Status.IN_PROGRESS, None, ""
    _keep(action)
    _note(action, on, f"Opened again. {why.strip()}", Status.IN_PROGRESS, by)
    return action


@deed
def remove_action(*, action: Action, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. Refused where others have built on it."""
    unindex(kind="actions.action", id=action.pk)
    try:
        action.delete()
    except ProtectedError as held:
        raise Refused(
            "Something else in the record points at this action. Withdraw it instead, with a reason."
        ) from held


@deed
def correct_wording(
    *,
    action: Action,
    by: User | None,
    what: str | None = None,
    number: str | None = None,
    owner_as_written: str | None = None,
) -> Action:
    """Mends the words of an action; the trail keeps the words before."""
    if what is not None and not what.strip():
        raise Refused("Say what is to be done.", "what")
    action.what = action.what if what is None else what.strip()
    action.number = action.number if number is None else number.strip()
    action.owner_as_written = action.owner_as_written if owner_as_written is None else owner_as_written.strip()
    _keep(action)
    return action


def _finish(action: Action, status: Status, on: date, note: str, ask: str, by: User | None) -> Action:
    _refuse_if_closed(action)
    if not note.strip():
        raise Refused(ask, "note")
    if action.raised_on and on < action.raised_on:
        raise Refused(f"The action was raised on {_day(action.raised_on)}; it cannot end before that.", "on")
    action.status, action.closed_on, action.closing_note = status, on, note.strip()
    _keep(action)
    _note(action, on, note.strip(), status, by)
    return action


def _refuse_if_closed(action: Action) -> None:
    if action.status in CLOSED:
        label = STATUS_LABELS[Status(action.status)].lower()
        raise Refused(f"This action is {label} since {_day(action.closed_on)}. Reopen it to change it.")


def _note(action: Action, on: date, note: str, status: str, by: User | None) -> Progress:
    progress = Progress(action=action, on=on, note=note, status=status, by=by)
    progress.full_clean()
    progress.save()
    return progress


def _keep(action: Action) -> None:
    action.full_clean()
    action.save()
    index_entry(
        kind="actions.action",
        id=action.pk,
        partnership=action.partnership,
        title=f"Action {action.number}: {action.what}" if action.number else f"Action: {action.what}",
        text=f"{action.what} {action.owner_as_written} {action.closing_note}",
        dated_on=action.raised_on,
    )
