"""Seats and who sits in them on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.periods import months_after
from sightline.partnership.directory.domain.dates import is_running
from sightline.partnership.directory.models import Person
from sightline.partnership.directory.queries import names_of, running_on
from sightline.partnership.governance.domain import NOT_DECIDING, Capacity, MembershipKind
from sightline.partnership.governance.models import Board, Membership, Seat


@dataclass(frozen=True, slots=True)
class Occupant:
    membership_id: int
    person_id: int
    name: str
    post_id: int | None
    post: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat on a day. `vacant_since` is None when someone sits there, or when nobody knows since when nobody does."""

    id: int
    board_id: int
    title: str
    organisation_id: int | None
    organisation: str
    sector: str
    capacity: Capacity
    on_behalf_of: str
    is_required: bool
    counts_for_quorum: bool
    term_months: int | None
    order: int
    member: Occupant | None
    deputies: tuple[Occupant, ...]
    vacant_since: date | None

    @property
    def is_vacant(self) -> bool:
        return self.member is None and self.capacity not in NOT_DECIDING

    @property
    def term_ends_on(self) -> date | None:
        """The first day after the member's term, when the seat has one and their start is known."""
        if self.member is None or self.member.since is None or self.term_months is None:
            return None
        return months_after(self.member.since, self.term_months)


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A person's place at a board."""

    membership_id: int
    person_id: int
    seat_id: int
    seat: str
    capacity: Capacity
    organisation: str
    board_id: int
    board: str
    is_deputy: bool
    started_on: date | None
    ended_on: date | None


def seats_of(board: Board, on: date) -> list[SeatRow]:
    return seats_of_boards([board.pk], on).get(board.pk, [])


def seats_of_boards(boards: Iterable[int], on: date) -> dict[int, list[SeatRow]]:
    """Seats of many boards by board id, in their order; three queries."""
    wanted = list(boards)
    seats = list(Seat.objects.filter(running_on(on), board__in=wanted).select_related("organisation"))
    names = names_of({s.organisation for s in seats if s.organisation}, on)
    memberships: dict[int, list[Membership]] = defaultdict(list)
    rows = Membership.objects.filter(seat__board__in=wanted).select_related("person", "post")
    for membership in rows.order_by("started_on", "pk"):
        memberships[membership.seat_id].append(membership)
    found: dict[int, list[SeatRow]] = defaultdict(list)
    for seat in seats:
        found[seat.board_id].append(_seat_row(seat, memberships[seat.pk], names, on))
    return found


def _seat_row(seat: Seat, memberships: list[Membership], names: dict[int, str], on: date) -> SeatRow:
    now = [m for m in memberships if is_running(m.started_on, m.ended_on, on)]
    members = [m for m in now if m.kind == MembershipKind.MEMBER]
    return SeatRow(
        seat.pk,
        seat.board_id,
        seat.title,
        seat.organisation_id,
        names.get(seat.organisation_id, "") if seat.organisation_id else "",
        seat.organisation.sector if seat.organisation else "",
        Capacity(seat.capacity),
        seat.on_behalf_of,
        seat.is_required,
        seat.counts_for_quorum,
        seat.term_months,
        seat.order,
        _occupant(members[-1]) if members else None,
        tuple(_occupant(m) for m in now if m.kind == MembershipKind.DEPUTY),
        None if members else _vacant_since(seat, memberships, on),
    )


def _occupant(m: Membership) -> Occupant:
    post = m.post.title if m.post else ""
    return Occupant(m.pk, m.person_id, m.person.name, m.post_id, post, m.started_on, m.ended_on)


def _vacant_since(seat: Seat, memberships: list[Membership], on: date) -> date | None:
    left = [m.ended_on for m in memberships if m.kind == MembershipKind.MEMBER and m.ended_on and m.ended_on <= on]
    return max(left) if left else seat.started_on


def memberships_of(person: Person, on: date) -> list[MembershipRow]:
    return memberships_of_people(person.partnership, on).get(person.pk, [])


def memberships_of_people(partnership: Partnership, on: date) -> dict[int, list[MembershipRow]]:
    """Everyone's seats on a day, by person id; one query."""
    found: dict[int, list[MembershipRow]] = defaultdict(list)
    rows = Membership.objects.filter(running_on(on), running_on(on, "seat"), seat__board__partnership=partnership)
    for m in rows.select_related("seat__board", "seat__organisation").order_by("seat__board__name", "seat__order"):
        found[m.person_id].append(_membership_row(m))
    return found


def past_memberships_of(person: Person, on: date) -> list[MembershipRow]:
    """Seats the person has left, the latest first."""
    rows = Membership.objects.filter(person=person, ended_on__lte=on).select_related(
        "seat__board", "seat__organisation"
    )
    return [_membership_row(m) for m in rows.order_by("-ended_on")]


def _membership_row(m: Membership) -> MembershipRow:
    return MembershipRow(
        m.pk,
        m.person_id,
        m.seat_id,
        m.seat.title,
        Capacity(m.seat.capacity),
        m.seat.organisation.name if m.seat.organisation else "",
        m.seat.board_id,
        m.seat.board.name,
        m.kind == MembershipKind.DEPUTY,
        m.started_on,
        m.ended_on,
    )
