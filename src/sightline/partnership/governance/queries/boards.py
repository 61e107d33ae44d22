"""Boards, the lines between them, and the names papers give them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Topic, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain.dates import DatedName, name_on
from sightline.partnership.directory.domain.names import Candidate, KnownThing, best, match_thing
from sightline.partnership.directory.models import Area
from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.domain import BOARD_KIND_LABELS, CHAIRING_CAPACITIES, BoardKind, LineKind
from sightline.partnership.governance.models import Board, BoardName, CoveredArea, Line

from .seats import SeatRow, seats_of_boards


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board on a day, by the name it had then."""

    id: int
    name: str
    short_name: str
    kind: BoardKind
    theme: str
    area: str
    chairs: tuple[tuple[int, str], ...]  # (person id, name) of chair, co-chairs, vice chair, in the seats' order
    seats: int
    vacancies: int
    required_vacancies: int
    started_on: date | None
    ended_on: date | None

    @property
    def is_external(self) -> bool:
        return self.kind is BoardKind.EXTERNAL


@dataclass(frozen=True, slots=True)
class LineRow:
    id: int
    board_id: int
    to_board_id: int
    kind: LineKind
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Structure:
    boards: tuple[BoardRow, ...]
    lines: tuple[LineRow, ...]


def boards_of(partnership: Partnership, on: date) -> QuerySet[Board]:
    return Board.objects.filter(running_on(on), partnership=partnership)


def boards_visible_to(viewer: Viewer, on: date) -> QuerySet[Board]:
    """Boards of the viewer's own partnerships and of those that share theirs with the viewer's region."""
    seen = viewer.partnerships() | viewer.shares(Topic.BOARDS)
    return Board.objects.filter(running_on(on), partnership__in=seen)


def board_of(partnership: Partnership, pk: int) -> Board | None:
    """Any board of the partnership, ended ones too."""
    return Board.objects.filter(partnership=partnership, pk=pk).select_related("area", "partnership").first()


def covered_areas(partnership: Partnership, on: date) -> list[Area]:
    rows = CoveredArea.objects.filter(running_on(on), partnership=partnership)
    return list(Area.objects.filter(pk__in=rows.values("area")))


def board_names_on(boards: Iterable[Board], on: date) -> dict[int, str]:
    """What each board was called on a day; one query for all."""
    rows = list(boards)
    former: dict[int, list[DatedName]] = defaultdict(list)
    names = BoardName.objects.filter(board__in=[b.pk for b in rows], ended_on__isnull=False)
    for pk, *dated in names.values_list("board_id", "name", "started_on", "ended_on"):
        former[pk].append(DatedName(*dated))
    return {b.pk: name_on(b.name, former[b.pk], on) for b in rows}


def board_rows(boards: QuerySet[Board], on: date) -> list[BoardRow]:
    """Each board with its chairs and vacancies on a day; five queries for any number of boards."""
    found = list(boards.select_related("area"))
    names = board_names_on(found, on)
    seats = seats_of_boards([b.pk for b in found], on)
    rows = [_board_row(b, names[b.pk], seats.get(b.pk, []), on) for b in found]
    return sorted(rows, key=lambda row: row.name.casefold())


def _board_row(board: Board, name: str, seats: list[SeatRow], on: date) -> BoardRow:
    chairs = tuple((s.member.person_id, s.member.name) for s in seats if s.member and s.capacity in CHAIRING_CAPACITIES)
    vacant = [s for s in seats if s.is_vacant]
    return BoardRow(
        board.pk,
        name,
        board.short_name if name == board.name else "",
        BoardKind(board.kind),
        board.theme,
        board.area.name if board.area else "",
        chairs,
        len(seats),
        len(vacant),
        sum(s.is_required for s in vacant),
        board.started_on,
        board.ended_on,
    )


def board_structure(partnership: Partnership, on: date) -> Structure:
    """All boards of a partnership and the lines between them on a day; six queries."""
    boards = board_rows(boards_of(partnership, on), on)
    shown = {b.id for b in boards}
    lines = Line.objects.filter(running_on(on), board__in=shown, to_board__in=shown).order_by("pk")
    return Structure(tuple(boards), tuple(_line_row(line) for line in lines))


def _line_row(line: Line) -> LineRow:
    kind = LineKind(line.kind)
    return LineRow(line.pk, line.board_id, line.to_board_id, kind, line.started_on, line.ended_on)


def lines_of(board: Board) -> list[Line]:
    """Lines from and to a board, past ones too, those that still run first."""
    rows = Line.objects.filter(Q(board=board) | Q(to_board=board)).select_related("board", "to_board")
    return sorted(rows, key=lambda line: (line.ended_on is not None, line.ended_on or date.max, line.pk))


def candidates_for_board(partnership: Partnership, text: str, on: date) -> list[Candidate]:
    """Boards that words of a paper could mean, former names and short names included."""
    return matching_boards(partnership, [text], on)[text]


def matching_boards(partnership: Partnership, texts: Iterable[str], on: date) -> dict[str, list[Candidate]]:
    """The same for many names at once; two queries."""
    others: dict[int, list[tuple[str, str]]] = defaultdict(list)
    names = BoardName.objects.filter(board__partnership=partnership)
    for pk, name, ended in names.values_list("board_id", "name", "ended_on"):
        others[pk].append((name, "former name" if ended else "other name"))
    boards = [_known(b, others[b.pk], on) for b in Board.objects.filter(partnership=partnership)]
    return {text: best([match_thing("board", text, known) for known in boards]) for text in texts}


def _known(board: Board, others: list[tuple[str, str]], on: date) -> KnownThing:
    early = board.started_on is not None and on < board.started_on
    late = board.ended_on is not None and board.ended_on <= on
    note = "was not yet set up on that day" if early else "had ended by that day" if late else ""
    return KnownThing(
        board.pk,
        board.name,
        detail=BOARD_KIND_LABELS[BoardKind(board.kind)],
        abbreviation=board.short_name,
        other_names=tuple(others),
        has_ended=early or late,
        note=note,
    )


def dates_of_change(partnership: Partnership, until: date) -> list[date]:
    """Days on which a board, a name or a line began or ended, the latest first; three queries."""
    found: set[date] = set()
    for model, owner in ((Board, "partnership"), (BoardName, "board__partnership"), (Line, "board__partnership")):
        rows = model.objects.filter(**{owner: partnership}).values_list("started_on", "ended_on")
        found.update(day for row in rows for day in row if day is not None and day <= until)
    return sorted(found, reverse=True)
