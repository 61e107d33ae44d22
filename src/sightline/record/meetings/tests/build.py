"""A small invented board to hold meetings with."""

from dataclasses import dataclass, field
from datetime import date

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation, record_person
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.commands import (
    approve_terms,
    create_board,
    create_seat,
    draft_terms,
    name_deputy,
    seat_person,
)
from sightline.partnership.governance.domain import BoardKind, Capacity
from sightline.partnership.governance.models import Board, Membership, Seat, Terms

STARTED = date(2020, 4, 1)


@dataclass
class SmallBoard:
    partnership: Partnership
    board: Board
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)

    def add_seat(self, agency: str, person: str = "", title: str = "", capacity: Capacity = Capacity.MEMBER) -> Seat:
        seat = create_seat(
            board=self.board,
            title=title or f"{agency} member",
            organisation=self.organisation(agency),
            capacity=capacity,
            started_on=STARTED,
            by=None,
        )
        if person:
            seat_person(seat=seat, person=self.person(person), started_on=STARTED, by=None)
        self.seats[title or agency] = seat
        return seat

    def organisation(self, name: str) -> Organisation:
        if name not in self.organisations:
            self.organisations[name] = record_organisation(partnership=self.partnership, name=name, by=None)
        return self.organisations[name]

    def person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = record_person(partnership=self.partnership, name=name, by=None)
        return self.people[name]


def make_board(slug: str = "marsh", name: str = "Executive", partnership: Partnership | None = None) -> SmallBoard:
    partnership = (
        partnership
        or Partnership.objects.filter(slug=slug).first()
        or establish_partnership(
            slug=slug, name=f"{slug.title()} Safeguarding Children Partnership", short_name=slug.title(), by=None
        )
    )
    board = create_board(partnership=partnership, name=name, kind=BoardKind.EXECUTIVE, started_on=STARTED, by=None)
    return SmallBoard(partnership, board)


def give_terms(small: SmallBoard, meetings_per_year: int = 4, standing_items: tuple[str, ...] = ()) -> Terms:
    terms = draft_terms(
        board=small.board, meetings_per_year=meetings_per_year, standing_items=list(standing_items), by=None
    )
    return approve_terms(terms=terms, on=STARTED, by=None)


def add_deputy(small: SmallBoard, seat: str, person: str) -> Membership:
    return name_deputy(seat=small.seats[seat], person=small.person(person), started_on=STARTED, by=None)
