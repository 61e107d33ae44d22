"""Verbs that raise an action, say whose it is and what it is for, and mend its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import ProtectedError

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.plan.models import Objective

from ..domain import CLOSED, PartyKind, Rating, Status, Word
from ..models import Action, Party, Serving
from .keeping import keep_action


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
    closing_note: str = "",
    rating: Rating | None = None,
    objectives: Iterable[Objective] = (),
    word: Word | None = None,
    word_of: str = "",
) -> Action:
    """A new action. One read from a paper may be closed already: then `closed_on` is known or the day it was raised."""
    refuse_child_details(what=what, closing_note=closing_note)
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
        closing_note=closing_note.strip() if status in CLOSED else "",
        rating=rating or "",
        word=(word or "") if status is Status.DONE else "",
        word_of=word_of[:300] if status is Status.DONE else "",
    )
    keep_action(action)
    for objective in objectives:
        serve(action=action, objective=objective, by=by)
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
    return kept(party)


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
    return action.serves.filter(objective=objective).first() or kept(Serving(action=action, objective=objective))


@deed
def unserve(*, action: Action, objective: Objective, by: User | None) -> None:
    """It is not for that objective after all."""
    action.serves.filter(objective=objective).delete()


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
    refuse_child_details(what=what or "")
    if what is not None and not what.strip():
        raise Refused("Say what is to be done.", "what")
    action.what = action.what if what is None else what.strip()
    action.number = action.number if number is None else number.strip()
    action.owner_as_written = action.owner_as_written if owner_as_written is None else owner_as_written.strip()
    return keep_action(action)
