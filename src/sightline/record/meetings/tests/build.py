"""A small invented board to hold meetings with."""

from dataclasses import dataclass, field
from datetime import date

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.domain import BoardKind, Capacity, MembershipKind, TermsState
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
        organisation = self.organisation(agency)
        seat = Seat.objects.create(
            board=self.board,
            title=title or f"{agency} member",
            organisation=organisation,
            capacity=capacity,
            started_on=STARTED,
            order=len(self.seats) + 1,
        )
        if person:
            Membership.objects.create(
                seat=seat, person=self.person(person), kind=MembershipKind.MEMBER, started_on=STARTED
            )
        self.seats[title or agency] = seat
        return seat

    def organisation(self, name: str) -> Organisation:
        if name not in self.organisations:
            self.organisations[name] = Organisation.objects.create(partnership=self.partnership, name=name)
        return self.organisations[name]

    def person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = Person.objects.create(partnership=self.partnership, name=name)
        return self.people[name]


def make_board(slug: str = "marsh", name: str = "Executive") -> SmallBoard:
    partnership = Partnership.objects.filter(slug=slug).first() or establish_partnership(
        slug=slug, name=f"{slug.title()} Safeguarding Children Partnership", short_name=slug.title(), by=None
    )
    board = Board.objects.create(partnership=partnership, name=name, kind=BoardKind.EXECUTIVE, started_on=STARTED)
    return SmallBoard(partnership, board)


def give_terms(small: SmallBoard, meetings_per_year: int = 4, standing_items: tuple[str, ...] = ()) -> Terms:
    return Terms.objects.create(
        board=small.board,
        version=1,
        state=TermsState.APPROVED,
        meetings_per_year=meetings_per_year,
        standing_items=list(standing_items),
        started_on=STARTED,
    )


def add_deputy(small: SmallBoard, seat: str, person: str) -> Membership:
    return Membership.objects.create(
        seat=small.seats[seat], person=small.person(person), kind=MembershipKind.DEPUTY, started_on=STARTED
    )
