"""The head of a board's page with its tabs, and its lines and responsibilities."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.partnership.directory.presenters.words import period, source_cell
from sightline.partnership.governance.domain import (
    BOARD_KIND_LABELS,
    LINE_LABELS,
    PART_LABELS,
    BoardKind,
    LineKind,
    Part,
)
from sightline.partnership.governance.models import Board, Line, Terms
from sightline.partnership.governance.queries import SeatRow

from .structure import board_href
from .words import seats_vacant


@dataclass(frozen=True, slots=True)
class BoardTab:
    """A tab that a room above adds to every board's page: its words and its route, which takes slug and board."""

    text: str
    route: str


_TABS = [
    BoardTab("Seats", "governance:board"),
    BoardTab("Terms of reference", "governance:terms"),
    BoardTab("Reporting lines", "governance:lines"),
    BoardTab("Responsibilities", "governance:board_responsibilities"),
]


def add_board_tab(text: str, route: str) -> None:
    """Called once, when a room above starts: links point down, so the board's page cannot name that room itself."""
    tab = BoardTab(text, route)
    if tab not in _TABS:
        _TABS.append(tab)


BoardFacts = Callable[[Board, date], list[dict[str, Any]]]
_FACTS: list[BoardFacts] = []


def add_board_facts(facts: BoardFacts) -> None:
    """Called once, when a room above starts: facts it knows of a board on a day (term, value, href), for every board's page."""
    if facts not in _FACTS:
        _FACTS.append(facts)


def board_tabs(slug: str, board_id: int, current: str) -> list[dict[str, Any]]:
    """The tabs of a board's page; `current` is the route of the one shown."""
    return [
        {"text": tab.text, "href": reverse(tab.route, args=[slug, board_id]), "current": tab.route == current}
        for tab in _TABS
    ]


@dataclass(frozen=True, slots=True)
class BoardHeader:
    """What stands at the top of every page of a board."""

    id: int
    name: str
    kind: str
    is_external: bool
    purpose: str
    facts: tuple[dict[str, Any], ...]
    breadcrumbs: tuple[dict[str, str], ...]
    tabs: tuple[dict[str, Any], ...]
    ended: str


def board_header(
    board: Board, name: str, seats: Sequence[SeatRow], terms: Terms | None, scope: Partnership, current: str, on: date
) -> BoardHeader:
    return BoardHeader(
        board.pk,
        name,
        BOARD_KIND_LABELS[BoardKind(board.kind)],
        board.is_external,
        terms.purpose if terms else "",
        (
            *_sitting(board, seats, terms),
            *(fact for facts in _FACTS for fact in facts(board, on)),
            *_standing(board, name),
        ),
        (
            {"text": "Boards", "href": reverse("governance:boards", args=[scope.slug])},
            {"text": name},
        ),
        tuple(board_tabs(scope.slug, board.pk, current)),
        f"This board ended on {period(None, board.ended_on).removeprefix('until ')}." if _has_ended(board, on) else "",
    )


def _has_ended(board: Board, on: date) -> bool:
    return board.ended_on is not None and board.ended_on <= on


def _sitting(board: Board, seats: Sequence[SeatRow], terms: Terms | None) -> list[dict[str, Any]]:
    """Who chairs, what is vacant, how often it meets; boards of others are only named."""
    if board.is_external:
        return []
    vacant = sum(seat.is_vacant for seat in seats)
    how_often = f"{terms.meetings_per_year} times a year" if terms and terms.meetings_per_year else ""
    return [
        {"term": "Chair", **_chairs(seats)},
        {"term": "Seats", "value": seats_vacant(vacant, len(seats))},
        {"term": "Meets", "value": how_often},
    ]


def _standing(board: Board, name: str) -> list[dict[str, Any]]:
    source = source_cell(board.source, True)
    facts = (
        {"term": "Theme", "value": board.theme},
        {"term": "Area", "value": board.area.name if board.area else ""},
        {"term": "Known as", "value": ", ".join(_other_names(board, name))},
        {"term": "Running", "value": period(board.started_on, board.ended_on)},
        {"term": "Source", "value": source.text, "href": source.href, "note": source.note},
    )
    return [fact for fact in facts if fact["value"]]


def _chairs(seats: Sequence[SeatRow]) -> dict[str, str]:
    chairing = [s for s in seats if s.capacity in ("chair", "co_chair")]
    words = [f"{s.member.name}{f' ({s.organisation})' if s.organisation else ''}" for s in chairing if s.member]
    vacant = sum(s.member is None for s in chairing)
    if words:
        return {"value": ", ".join(words), "note": f"{vacant} of {len(chairing)} chairs vacant" if vacant else ""}
    return {"value": "Vacant" if chairing else "", "note": ""}


def _other_names(board: Board, name: str) -> list[str]:
    others = [f"{n.name}{f' ({period(n.started_on, n.ended_on)})' if n.ended_on else ''}" for n in board.names.all()]
    short = [board.short_name] if board.short_name else []
    present = [f"{board.name} now"] if board.name != name else []
    return [words for words in (*short, *present, *others) if words.split(" (")[0] != name]


def lines_table(board: Board, lines: Sequence[Line], scope: Partnership, on: date, path: str, may_keep: bool) -> Table:
    columns = [Column("kind", "Line"), Column("board", "Board"), Column("from", "Running")]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Reporting lines and links",
        columns=tuple(columns),
        rows=tuple(_line_row(board, line, scope.slug, on, may_keep) for line in lines if _begun(line, on)),
        export_href=path,
        page_size=0,
        empty="No line to or from this board is recorded.",
    )


def _begun(line: Line, on: date) -> bool:
    return line.started_on is None or line.started_on <= on


def _line_row(board: Board, line: Line, slug: str, on: date, may_keep: bool) -> Row:
    kind = LineKind(line.kind)
    is_low = line.board_id == board.pk
    other = line.to_board if is_low else line.board
    words = LINE_LABELS[kind] if is_low or kind is LineKind.LINKED_WITH else f"{_DOWNWARD[kind]}"
    ended = line.ended_on is not None and line.ended_on <= on
    cells = [words, Cell(text=other.name, href=board_href(slug, other.pk)), period(line.started_on, line.ended_on)]
    if may_keep:
        href = reverse("governance:end_line", args=[slug, line.pk])
        cells.append(Cell() if line.ended_on else Cell(text="End", href=href, hidden=f"the line to {other.name}"))
    return row(*cells, emphasis="muted" if ended else "")


_DOWNWARD = {LineKind.ACCOUNTABLE_TO: "Holds to account", LineKind.REPORTS_TO: "Receives reports from"}


def board_responsibilities_table(rows: Sequence[tuple[str, Part]], path: str) -> Table:
    return Table(
        caption="Responsibilities of this board",
        columns=(Column("what", "Responsibility"), Column("part", "Its part")),
        rows=tuple(row(title, PART_LABELS[part]) for title, part in rows),
        export_href=path,
        empty="No responsibility is recorded for this board on this date.",
    )
