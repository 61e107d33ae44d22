"""Small invented boards, made by the room's commands."""

from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance import commands
from sightline.partnership.governance.domain import BoardKind, Capacity
from sightline.partnership.governance.models import Board, Membership, Seat

APRIL = date(2020, 4, 1)


def make_board(partnership: Partnership, name: str = "Executive", **kwargs: object) -> Board:
    return commands.create_board(
        **{"partnership": partnership, "name": name, "kind": BoardKind.BOARD, "started_on": APRIL, "by": None} | kwargs
    )


def make_seat(
    board: Board,
    title: str = "Director",
    organisation: Organisation | None = None,
    capacity: Capacity = Capacity.MEMBER,
    **kwargs: object,
) -> Seat:
    return commands.create_seat(
        **{
            "board": board,
            "title": title,
            "organisation": organisation,
            "capacity": capacity,
            "started_on": APRIL,
            "by": None,
        }
        | kwargs
    )


def make_member(seat: Seat, person: Person, started_on: date = APRIL, **kwargs: object) -> Membership:
    return commands.seat_person(seat=seat, person=person, started_on=started_on, by=None, **kwargs)
