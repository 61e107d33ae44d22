"""A few more partnerships with boards of the usual kind, all invented, so that a region can be compared."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import statutory_partners
from sightline.partnership.governance.domain import BoardKind, Capacity, Chairing, LineKind
from sightline.partnership.governance.models import Board

from . import making
from .people import invented_name
from .structures import INVENTED

BOROUGHS = ("barnet", "camden", "croydon", "greenwich", "lambeth", "tower-hamlets")
START, REVIEW = date(2024, 4, 1), date(2027, 4, 1)
EXECUTIVE = ("Partnership Executive", BoardKind.EXECUTIVE, "Leadership", 4)
SUBGROUPS = (
    ("Quality and Performance Subgroup", BoardKind.SUBGROUP, "Quality", 6),
    ("Practice Review Subgroup", BoardKind.SUBGROUP, "Reviews", 6),
    ("Exploitation and Harm outside the Home Subgroup", BoardKind.SUBGROUP, "Harm outside the home", 4),
)
RELEVANT = ("Probation Service (London)", "London Fire Brigade", "Cafcass")
# Every so many seats one is left empty, so that vacancies are there to be seen.
VACANT_EVERY = 9


@deed
def build_boroughs(*, by: User | None) -> None:
    for number, slug in enumerate(BOROUGHS):
        _build(making.partnership_called(slug), number * 40, by)


def _build(partnership: Partnership, first_name: int, by: User | None) -> None:
    executive = _board(partnership, *EXECUTIVE, by)
    boards = [executive]
    for subgroup in SUBGROUPS:
        board = _board(partnership, *subgroup, by)
        making.line(board=board, to_board=executive, kind=LineKind.REPORTS_TO, started_on=START, by=by)
        boards.append(board)
    bodies = [*statutory_partners(partnership, START), *(making.body_called(name) for name in RELEVANT)]
    number = first_name
    for place, board in enumerate(boards):
        for body in bodies if board is executive else bodies[: 4 + place % 2]:
            number += 1
            _seat(board, body, number, by)


def _board(
    partnership: Partnership, name: str, kind: BoardKind, theme: str, meetings_per_year: int, by: User | None
) -> Board:
    name = f"{partnership.short_name} {name}"
    board = making.board(
        partnership=partnership, name=name, kind=kind, theme=theme, started_on=START, source=INVENTED, by=by
    )
    making.terms(
        board=board,
        on=START,
        review_on=REVIEW,
        purpose=f"Leads on {theme.lower()} for the partnership.",
        meetings_per_year=meetings_per_year,
        chairing=Chairing.SINGLE,
        quorum_minimum=3,
        quorum_as_written="Three members.",
        by=by,
    )
    return board


def _seat(board: Board, body: Organisation, number: int, by: User | None) -> None:
    first = not board.seats.exclude(organisation=body).exists()
    seat = making.seat(
        board=board,
        title=body.abbreviation or body.name,
        organisation=body,
        capacity=Capacity.CHAIR if first else Capacity.MEMBER,
        started_on=START,
        by=by,
    )
    if number % VACANT_EVERY == 0:
        return
    partnership = board.partnership
    person = making.person(partnership=partnership, name=invented_name(number), by=by)
    post = making.post(partnership=partnership, body=body, title=f"Lead for {board.theme.lower()}", by=by)
    making.held(person=person, post=post, started_on=START, by=by)
    making.seated(seat=seat, person=person, post=post, started_on=START, by=by)
