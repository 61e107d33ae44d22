"""Boards, seats and people of one partnership from the demonstration's tables. Structures are public facts; people are invented."""

from datetime import date, timedelta

from sightline.foundation.accounts.models import Partnership, User
from sightline.partnership.directory.commands import state_standing
from sightline.partnership.directory.domain import HoldingKind, Sector, Standing
from sightline.partnership.directory.models import Area, Organisation, Person, Post
from sightline.partnership.governance.domain import BoardKind, Capacity, LineKind, Part
from sightline.partnership.governance.models import Board

from . import making
from .making import day, listed

INVENTED = "invented for the demonstration"


def build_structure(partnership: Partnership, by: User | None) -> dict[str, Board]:
    """Own bodies, boards by short name (or name), lines, seats and who sits in them."""
    _own_bodies(partnership, by)
    boards = {row["short_name"] or row["name"]: _board(partnership, row, by) for row in _rows("boards", partnership)}
    by_name = {board.name: board for board in boards.values()}
    for row in _rows("lines", partnership):
        low, high = by_name[row["board"]], by_name[row["to_board"]]
        starts = [board.started_on for board in (low, high) if board.started_on]
        making.line(
            board=low,
            to_board=high,
            kind=LineKind(row["kind"]),
            started_on=max(starts, default=None),
            ended_on=low.ended_on,
            by=by,
        )
    for row in _rows("seats", partnership):
        _seat(partnership, boards[row["board"]], row, by)
    for row in _rows("posts", partnership):
        _role_beside_the_boards(partnership, row, by)
    return boards


def _rows(name: str, partnership: Partnership) -> list[dict[str, str]]:
    return [row for row in making.table(name) if row["partnership"] == partnership.slug]


def _own_bodies(partnership: Partnership, by: User | None) -> None:
    for row in _rows("own_bodies", partnership):
        body = making.organisation(
            name=row["name"],
            abbreviation=row["abbreviation"],
            partnership=partnership,
            sector=Sector(row["sector"]),
            parent=making.body_called(row["parent"]) if row["parent"] else None,
            also=listed(row["also"]),
            by=by,
        )
        if row["standing"]:
            _standing(partnership, body, row, by)
    for row in _rows("standings", partnership):
        _standing(partnership, making.body_called(row["organisation"]), row, by)


def _standing(partnership: Partnership, body: Organisation, row: dict[str, str], by: User | None) -> None:
    if not body.standings.filter(partnership=partnership).exists():
        state_standing(
            partnership=partnership,
            organisation=body,
            standing=Standing(row["standing"]),
            category=row["category"],
            started_on=partnership.started_on,
            by=by,
        )


def _board(partnership: Partnership, row: dict[str, str], by: User | None) -> Board:
    board = making.board(
        partnership=partnership,
        name=row["name"],
        short_name=row["short_name"],
        kind=BoardKind(row["kind"]),
        theme=row["theme"],
        area=Area.objects.get(code=row["area"]) if row["area"] else None,
        started_on=day(row["started_on"]),
        ended_on=day(row["ended_on"]),
        source=row["source"],
        by=by,
    )
    if row["formerly"]:
        until = day(row["formerly_until"])
        making.named_also(board=board, name=row["formerly"], started_on=board.started_on, ended_on=until, by=by)
    for name in listed(row["also"]):
        making.named_also(board=board, name=name, by=by)
    return board


def board_rows(partnership: Partnership) -> list[dict[str, str]]:
    return _rows("boards", partnership)


def _seat(partnership: Partnership, board: Board, row: dict[str, str], by: User | None) -> None:
    body = making.body_called(row["organisation"], partnership)
    seat = making.seat(
        board=board,
        title=row["title"],
        organisation=body,
        capacity=Capacity(row["capacity"]),
        on_behalf_of=row["on_behalf_of"],
        started_on=board.started_on,
        ended_on=board.ended_on,
        by=by,
    )
    post = making.post(
        partnership=partnership,
        body=body,
        title=row["post"],
        role=row["role"],
        area=Area.objects.get(code=row["area"]) if row["area"] else None,
        by=by,
    )
    if row["before"]:
        gone = making.person(partnership=partnership, name=row["before"], by=by)
        left = date.fromisoformat(row["until"]) + timedelta(days=1)
        _seated_and_in_post(seat, gone, post, board.started_on, left, by)
    if row["member"]:
        person = making.person(partnership=partnership, name=row["member"], by=by)
        _seated_and_in_post(seat, person, post, day(row["since"]), None, by)
    if row["deputy"]:
        deputy = making.person(partnership=partnership, name=row["deputy"], by=by)
        making.deputising(seat=seat, person=deputy, started_on=board.started_on, by=by)


def _role_beside_the_boards(partnership: Partnership, row: dict[str, str], by: User | None) -> None:
    """A statutory or lead role whose holder sits on none of these boards, or that is vacant."""
    post = making.post(
        partnership=partnership,
        body=making.body_called(row["organisation"], partnership),
        title=row["title"],
        role=row["role"],
        area=Area.objects.get(code=row["area"]) if row["area"] else None,
        by=by,
    )
    if row["holder"]:
        person = making.person(partnership=partnership, name=row["holder"], by=by)
        making.held(person=person, post=post, kind=HoldingKind(row["kind"]), started_on=day(row["since"]), by=by)


def _seated_and_in_post(
    seat: object, person: Person, post: Post, start: date | None, end: date | None, by: User | None
) -> None:
    making.held(person=person, post=post, started_on=start, ended_on=end, by=by)
    making.seated(seat=seat, person=person, post=post, started_on=start, ended_on=end, by=by)


def hold(
    partnership: Partnership, boards: dict[str, Board], title: str, part: Part, names: list[str], by: User | None
) -> None:
    """Who takes a part in a responsibility: an organisation, `board:` and a short name, or `post:` and a title."""
    line = making.responsibility(title=title, by=by)
    for name in names:
        kind, _, rest = name.partition(":") if name.startswith(("board:", "post:")) else ("organisation", "", name)
        if kind == "organisation":
            holder: object = making.body_called(rest, partnership)
        else:
            holder = boards[rest] if kind == "board" else Post.objects.get(partnership=partnership, title=rest)
        making.taking_part(
            responsibility=line,
            partnership=partnership,
            part=part,
            started_on=partnership.started_on,
            by=by,
            **{kind: holder},
        )
