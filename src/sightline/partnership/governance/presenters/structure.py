"""The structure as diagram, nested list and table, from one set of rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Table, row
from sightline.partnership.governance.domain import BOARD_KIND_LABELS, LINE_LABELS, BoardKind, LineKind
from sightline.partnership.governance.domain.diagram import Box, Placed, Tie, draw, forest_of
from sightline.partnership.governance.queries import BoardRow, Structure

from .words import chaired_by, seats_vacant

WIDTH, PAD, LINE = 208, 12, 18
LETTERS_BOLD, LETTERS = 22, 25  # letters that fit a line of a box in each weight
ORDER = list(BoardKind)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words in a box."""

    text: str
    y: float
    weight: str
    size: int
    colour: str


@dataclass(frozen=True, slots=True)
class BoxShown:
    x: float
    y: float
    width: float
    height: float
    words: tuple[Words, ...]
    href: str
    is_apart: bool


@dataclass(frozen=True, slots=True)
class LineShown:
    points: str
    is_link: bool
    is_reporting: bool


@dataclass(frozen=True, slots=True)
class Diagram:
    title: str
    width: int
    height: int
    boxes: tuple[BoxShown, ...]
    lines: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A board in the nested list, with those that answer to it and what it is linked with."""

    name: str
    href: str
    kind: str
    chairs: str
    seats: str
    links: tuple[str, ...]
    under: tuple["Item", ...]


def board_href(slug: str, pk: int) -> str:
    return reverse("governance:board", args=[slug, pk])


def _ordered(boards: Iterable[BoardRow]) -> list[BoardRow]:
    return sorted(boards, key=lambda b: (ORDER.index(b.kind), b.name.casefold()))


def _ties(structure: Structure) -> list[Tie]:
    """Lines of accountability before those of reporting: the first one upward makes the tree."""
    lines = sorted(structure.lines, key=lambda line: (list(LineKind).index(line.kind), line.id))
    return [Tie(line.id, line.board_id, line.to_board_id, line.kind is LineKind.LINKED_WITH) for line in lines]


def diagram(structure: Structure, slug: str, title: str, base: str = "") -> Diagram:
    """`base` makes the links whole, for a picture that is taken away."""
    boards = _ordered(structure.boards)
    words = {b.id: _words(b) for b in boards}
    boxes = [Box(b.id, WIDTH, _height(words[b.id]), b.is_external) for b in boards]
    picture = draw(boxes, _ties(structure))
    kinds = {line.id: line.kind for line in structure.lines}
    lines = (
        LineShown(
            " ".join(f"{x:g},{y:g}" for x, y in routed.points),
            routed.tie.is_link,
            kinds[routed.tie.id] is LineKind.REPORTS_TO,
        )
        for routed in picture.lines
    )
    shown = tuple(
        _box(b, at, words[b.id], base + board_href(slug, b.id)) for b, at in zip(boards, picture.boxes, strict=True)
    )
    return Diagram(title, max(round(picture.width), WIDTH), max(round(picture.height), LINE), shown, tuple(lines))


def _words(board: BoardRow) -> list[tuple[str, str, int, str]]:
    """The lines of a box: what it is, its name, who chairs, what is vacant; a vacancy is said, not only coloured."""
    kind = "Board of others" if board.is_external else BOARD_KIND_LABELS[board.kind]
    lines = [(kind, "400", 13, "#49585c")]
    lines += [(part, "700", 15, "#0b5a68") for part in wrap(board.name, LETTERS_BOLD, break_on_hyphens=False)]
    if board.is_external:
        return lines
    chairs = chaired_by(board.chairs)
    chair = f"Chair: {chairs}" if chairs else "No chair in place" if board.seats else "No seats recorded"
    lines += [
        (part, "400", 14, "#0b0c0c" if chairs else "#942514") for part in wrap(chair, LETTERS, break_on_hyphens=False)
    ]
    if board.seats:
        vacant = seats_vacant(board.vacancies, board.seats)
        lines += [(part, "400", 14, "#942514" if board.vacancies else "#49585c") for part in wrap(vacant, LETTERS)]
    return lines


def _height(lines: list[tuple[str, str, int, str]]) -> float:
    return 2 * PAD + LINE * len(lines)


def _box(board: BoardRow, at: Placed, lines: list[tuple[str, str, int, str]], href: str) -> BoxShown:
    words = tuple(
        Words(text, PAD + LINE * number + 13, weight, size, colour)
        for number, (text, weight, size, colour) in enumerate(lines)
    )
    return BoxShown(at.x, at.y, at.width, at.height, words, href, board.is_external)


def nested(structure: Structure, slug: str) -> tuple[list[Item], list[Item]]:
    """The same as lists: boards under the one they answer to, and boards of others beside them."""
    boards = _ordered(structure.boards)
    by_id = {b.id: b for b in boards}
    own = [b.id for b in boards if not b.is_external]
    forest = forest_of(own, _ties(structure))
    others = _other_lines(structure, forest.parent, by_id)

    def item(pk: int) -> Item:
        board = by_id[pk]
        return Item(
            board.name,
            board_href(slug, pk),
            BOARD_KIND_LABELS[board.kind],
            chaired_by(board.chairs),
            "" if board.is_external else seats_vacant(board.vacancies, board.seats),
            tuple(others.get(pk, ())),
            tuple(item(child) for child in forest.under.get(pk, ())),
        )

    return [item(pk) for pk in (*forest.roots, *forest.loose)], [item(b.id) for b in boards if b.is_external]


def _other_lines(structure: Structure, parent: dict[int, int], by_id: dict[int, BoardRow]) -> dict[int, list[str]]:
    """Lines that the nesting does not show: links, and second lines upward."""
    found: dict[int, list[str]] = {}
    for line in structure.lines:
        low, high = by_id[line.board_id].name, by_id[line.to_board_id].name
        if line.kind is LineKind.LINKED_WITH:
            found.setdefault(line.board_id, []).append(f"Linked with {high}")
            found.setdefault(line.to_board_id, []).append(f"Linked with {low}")
        elif parent.get(line.board_id) != line.to_board_id:
            found.setdefault(line.board_id, []).append(f"{LINE_LABELS[line.kind]} {high}")
    return found


def boards_table(structure: Structure, slug: str, path: str) -> Table:
    above = _above(structure)
    return Table(
        caption="Boards",
        caption_hidden=True,
        columns=(
            Column("board", "Board"),
            Column("kind", "Kind"),
            Column("theme", "Theme"),
            Column("above", "Answers to"),
            Column("chair", "Chair"),
            Column("seats", "Seats", numeric=True),
            Column("vacant", "Vacant", numeric=True),
        ),
        rows=tuple(_board_row(b, slug, above.get(b.id, "")) for b in _ordered(structure.boards)),
        filters=(Filter("kind", "Kind"), Filter("theme", "Theme")),
        searchable=True,
        export_href=path,
        empty="No board is recorded on this date. Add the partnership’s executive first, then those that answer to it.",
    )


def _above(structure: Structure) -> dict[int, str]:
    names = {b.id: b.name for b in structure.boards}
    found: dict[int, list[str]] = {}
    for line in structure.lines:
        if line.kind is not LineKind.LINKED_WITH:
            found.setdefault(line.board_id, []).append(names[line.to_board_id])
    return {pk: ", ".join(above) for pk, above in found.items()}


def _board_row(board: BoardRow, slug: str, above: str) -> object:
    chairs = chaired_by(board.chairs)
    if board.is_external:
        chair, seats, vacant = Cell(), Cell(), Cell()
    else:
        chair = Cell(text=chairs) if chairs else Cell(text="Vacant" if board.seats else "Not recorded", tag="red")
        seats, vacant = (
            Cell(text=str(board.seats), value=board.seats),
            Cell(text=str(board.vacancies), value=board.vacancies),
        )
    name = Cell(text=board.name, href=board_href(slug, board.id), note=board.short_name)
    return row(name, BOARD_KIND_LABELS[board.kind], board.theme, above, chair, seats, vacant)


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the structure changed, to look at it as it was then."""

    day: date
    href: str
    is_shown: bool


def changes(days: list[date], on: date, path: str) -> tuple[Change, ...]:
    """The newest first; the one that the date shown follows is marked."""
    shown = max((day for day in days if day <= on), default=None)
    return tuple(Change(day, f"{path}?as-at={day.isoformat()}", day == shown) for day in days)
