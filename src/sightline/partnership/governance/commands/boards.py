"""Verbs of boards and the lines between them."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain.dates import overlap
from sightline.partnership.directory.models import Area
from sightline.partnership.governance.domain import BoardKind, LineKind
from sightline.partnership.governance.models import Board, BoardName, Line, Membership

CORRECTABLE = ("name", "short_name", "kind", "theme", "area", "started_on", "source")


@deed
def create_board(
    *,
    partnership: Partnership,
    name: str,
    kind: BoardKind,
    by: User | None,
    short_name: str = "",
    theme: str = "",
    area: Area | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
) -> Board:
    name = " ".join(name.split())
    _check_name(partnership, name, None)
    return _found(
        kept(
            Board(
                partnership=partnership,
                name=name,
                short_name=short_name,
                kind=kind,
                theme=theme,
                area=area,
                started_on=started_on,
                ended_on=ended_on,
                source=source,
            )
        )
    )


def _found(board: Board) -> Board:
    names = board.names.values_list("name", flat=True)
    text = " ".join(filter(None, (board.short_name, board.theme, *names)))
    index_entry(kind="governance.board", id=board.pk, partnership=board.partnership, title=board.name, text=text)
    return board


def _check_name(partnership: Partnership, name: str, board: Board | None) -> None:
    others = Board.objects.filter(partnership=partnership, name__iexact=name, ended_on__isnull=True)
    if others.exclude(pk=board.pk if board else None).exists():
        raise Refused(f"There is already a board called {name}. Give this one another name.", "name")


@deed
def correct_board(*, board: Board, by: User | None, **changes: Any) -> Board:
    """Mends what was wrong from the start. A name that changed on a day is a renaming."""
    for name, value in changes.items():
        if name not in CORRECTABLE:
            raise ValueError(f"{name} is not corrected here")
        setattr(board, name, value)
    _check_name(board.partnership, board.name, board)
    return _found(kept(board))


@deed
def rename_board(*, board: Board, name: str, on: date, by: User | None) -> Board:
    """A new name from `on`; the old one is kept with its dates, so that older papers find the board."""
    name = " ".join(name.split())
    if name == board.name:
        raise Refused(f"The board is already called {name}. Enter its new name.", "name")
    _check_name(board.partnership, name, board)
    since = _named_since(board)
    if since is not None and on <= since:
        raise Refused("The new name must start after the present one did. Choose a later date.", "on")
    old, _ = BoardName.objects.get_or_create(board=board, name=board.name)
    old.started_on, old.ended_on = since, on
    kept(old)
    board.name = name
    return _found(kept(board))


def _named_since(board: Board) -> date | None:
    ended = board.names.filter(ended_on__isnull=False).order_by("-ended_on").values_list("ended_on", flat=True)
    return ended.first() or board.started_on


@deed
def name_board_also(
    *,
    board: Board,
    name: str,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> BoardName:
    """Another name by which papers know the board; a former one carries the day it ended."""
    name = " ".join(name.split())
    if name == board.name or board.names.filter(name__iexact=name).exists():
        raise Refused(f"{name} is already a name of this board.", "name")
    row = kept(BoardName(board=board, name=name, started_on=started_on, ended_on=ended_on))
    _found(board)
    return row


@deed
def end_board(*, board: Board, on: date, by: User | None) -> Board:
    """Ends the board and, that day, its lines, seats and memberships; all stay to be seen as at earlier days."""
    if board.started_on is not None and on < board.started_on:
        raise Refused("The board would end before it started. Choose a later date.", "on")
    board.ended_on = on
    kept(board)
    open_rows = [
        *Line.objects.filter(board=board, ended_on__isnull=True),
        *Line.objects.filter(to_board=board, ended_on__isnull=True),
        *board.seats.filter(ended_on__isnull=True),
        *Membership.objects.filter(seat__board=board, ended_on__isnull=True),
    ]
    for row in open_rows:
        row.ended_on = max(on, row.started_on or on)
        kept(row)
    return board


@deed
def draw_line(
    *,
    board: Board,
    to_board: Board,
    kind: LineKind,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> Line:
    """From the board that answers to the board it answers to; a link has no direction."""
    _check_ends(board, to_board)
    for line in Line.objects.filter(board=board, to_board=to_board, kind=kind):
        if overlap((line.started_on, line.ended_on), (started_on, ended_on)):
            raise Refused(f"There is already such a line from {board} to {to_board} at that time.", "to_board")
    if kind != LineKind.LINKED_WITH and _answers_to(to_board, board):
        raise Refused(f"{to_board} already answers to {board}: the line would run in a circle.", "to_board")
    return kept(Line(board=board, to_board=to_board, kind=kind, started_on=started_on, ended_on=ended_on))


def _check_ends(board: Board, to_board: Board) -> None:
    if board.pk == to_board.pk:
        raise Refused("A board cannot answer to itself. Choose another board.", "to_board")
    if board.partnership_id != to_board.partnership_id:
        reason = "That board belongs to another partnership. Add it here as a board of others, then draw the line."
        raise Refused(reason, "to_board")


def _answers_to(board: Board, above: Board) -> bool:
    """Whether `board` answers to `above` through lines that still run."""
    rows = Line.objects.filter(board__partnership=board.partnership, ended_on__isnull=True)
    upward: dict[int, list[int]] = {}
    for low, high in rows.exclude(kind=LineKind.LINKED_WITH).values_list("board_id", "to_board_id"):
        upward.setdefault(low, []).append(high)
    seen, ahead = set(), [board.pk]
    while ahead:
        here = ahead.pop()
        if here == above.pk:
            return True
        if here not in seen:
            seen.add(here)
            ahead += upward.get(here, [])
    return False


@deed
def end_line(*, line: Line, on: date, by: User | None) -> Line:
    line.ended_on = on
    return kept(line)
