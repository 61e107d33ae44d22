"""Verbs of seats and of who sits in them."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain.dates import overlap
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.governance.domain import NOT_DECIDING, Capacity, MembershipKind
from sightline.partnership.governance.models import Board, Membership, Seat

CORRECTABLE = (
    "title",
    "organisation",
    "capacity",
    "on_behalf_of",
    "is_required",
    "counts_for_quorum",
    "term_months",
    "started_on",
    "order",
)


@deed
def create_seat(
    *,
    board: Board,
    title: str,
    by: User | None,
    organisation: Organisation | None = None,
    capacity: Capacity = Capacity.MEMBER,
    on_behalf_of: str = "",
    is_required: bool = True,
    counts_for_quorum: bool | None = None,
    term_months: int | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    order: int | None = None,
) -> Seat:
    """Advisers, observers and the secretariat do not count to a quorum unless it is said."""
    _check_own(board, organisation)
    if counts_for_quorum is None:
        counts_for_quorum = capacity not in NOT_DECIDING
    return kept(
        Seat(
            board=board,
            title=" ".join(title.split()),
            organisation=organisation,
            capacity=capacity,
            on_behalf_of=on_behalf_of,
            is_required=is_required,
            counts_for_quorum=counts_for_quorum,
            term_months=term_months,
            started_on=started_on,
            ended_on=ended_on,
            order=board.seats.count() + 1 if order is None else order,
        )
    )


def _check_own(board: Board, thing: Organisation | Person | None) -> None:
    if thing is not None and thing.partnership_id not in (None, board.partnership_id):
        name = "organisation" if isinstance(thing, Organisation) else "person"
        raise Refused(f"That {name} belongs to another partnership. Choose one of your own.", name)


@deed
def correct_seat(*, seat: Seat, by: User | None, **changes: Any) -> Seat:
    for name, value in changes.items():
        if name not in CORRECTABLE:
            raise ValueError(f"{name} is not corrected here")
        setattr(seat, name, value)
    _check_own(seat.board, seat.organisation)
    return kept(seat)


@deed
def end_seat(*, seat: Seat, on: date, by: User | None) -> Seat:
    """Ends the seat and, that day, whoever sits in it or deputises."""
    if seat.started_on is not None and on < seat.started_on:
        raise Refused("The seat would end before it started. Choose a later date.", "on")
    seat.ended_on = on
    kept(seat)
    for membership in seat.memberships.filter(ended_on__isnull=True):
        membership.ended_on = max(on, membership.started_on or on)
        kept(membership)
    return seat


@deed
def seat_person(
    *,
    seat: Seat,
    person: Person,
    by: User | None,
    post: Post | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> Membership:
    """One member at a time; whoever sat there before must have left."""
    _check_own(seat.board, person)
    for other in seat.memberships.filter(kind=MembershipKind.MEMBER).select_related("person"):
        if overlap((other.started_on, other.ended_on), (started_on, ended_on)):
            raise Refused(f"{other.person.name} sits in this seat at that time. End that first.", "person")
    return _placed(seat, person, post, MembershipKind.MEMBER, started_on, ended_on)


@deed
def name_deputy(
    *,
    seat: Seat,
    person: Person,
    by: User | None,
    post: Post | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> Membership:
    """Someone who may come in the member's place; a seat may have several."""
    _check_own(seat.board, person)
    for other in seat.memberships.filter(person=person):
        if overlap((other.started_on, other.ended_on), (started_on, ended_on)):
            raise Refused(f"{person.name} already sits or deputises in this seat at that time.", "person")
    return _placed(seat, person, post, MembershipKind.DEPUTY, started_on, ended_on)


def _placed(
    seat: Seat, person: Person, post: Post | None, kind: MembershipKind, started_on: date | None, ended_on: date | None
) -> Membership:
    if seat.ended_on is not None and (ended_on is None or ended_on > seat.ended_on):
        ended_on = seat.ended_on
    return kept(Membership(seat=seat, person=person, post=post, kind=kind, started_on=started_on, ended_on=ended_on))


@deed
def end_membership(*, membership: Membership, on: date, by: User | None) -> Membership:
    if membership.started_on is not None and on < membership.started_on:
        raise Refused("They would leave before they started. Choose a later last day.", "on")
    membership.ended_on = on
    return kept(membership)


@deed
def remove_membership(*, membership: Membership, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. Someone who left has an end, and stays."""
    membership.delete()
