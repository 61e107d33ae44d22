"""A board's page: what it is, its seats, terms of reference, lines and responsibilities."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.foundation.library.domain import Source
from sightline.partnership.directory.domain import SECTOR_LABELS, Sector
from sightline.partnership.directory.presenters.words import source_cell
from sightline.partnership.governance.domain import (
    BOARD_KIND_LABELS,
    CHAIRING_LABELS,
    LINE_LABELS,
    PART_LABELS,
    TERMS_STATE_LABELS,
    BoardKind,
    Chairing,
    LineKind,
    Part,
    TermsState,
)
from sightline.partnership.governance.models import Board, Line, Terms
from sightline.partnership.governance.queries import SeatRow

from .structure import board_href
from .words import capacity, period, said, seats_vacant


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


def seats_table(
    board: Board, seats: Sequence[SeatRow], scope: Partnership, on: date, path: str, may_keep: bool
) -> Table:
    columns = [
        Column("seat", "Seat"),
        Column("organisation", "Organisation"),
        Column("person", "Person"),
        Column("since", "Since"),
        Column("deputies", "Named deputies"),
    ]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Seats",
        columns=tuple(columns),
        rows=tuple(_seat_row(seat, scope.slug, on, may_keep) for seat in seats),
        filters=(Filter("held", "Show", (("vacant", "Vacant seats"), ("filled", "Filled seats"))),),
        export_href=path,
        page_size=0,
        empty="No seat is recorded for this board on this date."
        + (" Add the first one." if may_keep else " The business manager can add them."),
    )


def _seat_row(seat: SeatRow, slug: str, on: date, may_keep: bool) -> Row:
    behalf = f"on behalf of {seat.on_behalf_of}" if seat.on_behalf_of else ""
    role = capacity(seat.capacity) if capacity(seat.capacity) not in ("Member", seat.title) else ""
    notes = [role, behalf, "" if seat.is_required else "not required"]
    cells = [
        Cell(text=seat.title, note="; ".join(filter(None, notes))),
        Cell(text=seat.organisation, href=_organisation_href(slug, seat)),
        _person(seat, slug, on),
        Cell(text=said(seat.member.since), value=seat.member.since) if seat.member and seat.member.since else Cell(),
        ", ".join(deputy.name for deputy in seat.deputies),
    ]
    if may_keep:
        href = reverse("governance:seat", args=[slug, seat.board_id, seat.id])
        cells.append(Cell(text="Change", href=href, hidden=f"the seat {seat.title} {seat.organisation}"))
    return row(*cells, facets={"held": "vacant" if seat.is_vacant else "filled"}, id=f"seat-{seat.id}")


def _organisation_href(slug: str, seat: SeatRow) -> str:
    return reverse("directory:organisation", args=[slug, seat.organisation_id]) if seat.organisation_id else ""


def _person(seat: SeatRow, slug: str, on: date) -> Cell:
    if seat.member is None:
        since = f"since {said(seat.vacant_since)}" if seat.vacant_since else ""
        return Cell(text="Vacant", tag="red", note=since) if seat.is_vacant else Cell(text="Nobody", note=since)
    ends = seat.term_ends_on
    notes = [seat.member.post, f"term ended {said(ends)}" if ends and ends <= on else ""]
    href = reverse("directory:person", args=[slug, seat.member.person_id])
    return Cell(text=seat.member.name, href=href, note="; ".join(filter(None, notes)))


@dataclass(frozen=True, slots=True)
class TermsShown:
    id: int
    title: str
    state: str
    colour: str
    period: str
    review: str
    is_review_past: bool
    facts: tuple[dict[str, Any], ...]
    purpose: str
    responsibilities: tuple[str, ...]
    standing_items: tuple[str, ...]
    is_draft: bool
    sources: tuple[dict[str, str], ...]


def terms_shown(terms: Terms, on: date, sources: Sequence[Source] = ()) -> TermsShown:
    is_draft = terms.state == TermsState.DRAFT
    past = terms.ended_on is not None and terms.ended_on <= on
    coming = not is_draft and terms.started_on is not None and terms.started_on > on
    state = "In force" if not (is_draft or past or coming) else TERMS_STATE_LABELS[TermsState(terms.state)]
    return TermsShown(
        terms.pk,
        f"Version {terms.version}",
        "Superseded" if past else state,
        "grey" if past else "yellow" if is_draft or coming else "green",
        "" if is_draft else period(terms.started_on, terms.ended_on),
        said(terms.review_on),
        terms.review_on is not None and terms.review_on <= on and not past,
        tuple({"term": term, "value": value} for term, value in terms_facts(terms)),
        terms.purpose,
        tuple(line.strip() for line in terms.responsibilities.splitlines() if line.strip()),
        tuple(terms.standing_items),
        is_draft,
        tuple({"text": f"{source.title}, page {source.page}", "words": source.words} for source in sources),
    )


def terms_facts(terms: Terms) -> list[tuple[str, str]]:
    allowed = {True: "Yes", False: "No", None: ""}
    return [
        ("Meetings a year", str(terms.meetings_per_year or "")),
        ("Quorum", quorum_words(terms)),
        (
            "Chairing",
            terms.chairing_as_written or (CHAIRING_LABELS[Chairing(terms.chairing)] if terms.chairing else ""),
        ),
        ("Secretariat", terms.secretariat),
        ("Deputies allowed", allowed[terms.deputies_allowed]),
        ("Review by", said(terms.review_on)),
    ]


def quorum_words(terms: Terms) -> str:
    """As written, then what is counted: a number, and so many from each sector or body."""
    counted = [f"at least {terms.quorum_minimum} in all"] if terms.quorum_minimum else []
    for part in terms.quorum_parts.all():
        name = part.organisation.name if part.organisation else SECTOR_LABELS[Sector(part.sector)]
        counted.append(f"{part.minimum} from {name}")
    words = ", ".join(counted)
    if terms.quorum_as_written and words:
        return f"{terms.quorum_as_written.rstrip('.')}. Counted: {words}."
    return terms.quorum_as_written or words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of two versions; `pieces` are (kind, words) with kind same, gone or new."""

    term: str
    pieces: tuple[tuple[str, str], ...]
    is_same: bool


def differences(older: Terms, newer: Terms) -> tuple[Difference, ...]:
    texts = (
        ("Purpose", older.purpose, newer.purpose),
        ("Responsibilities", older.responsibilities, newer.responsibilities),
    )
    facts = ((term, a, b) for (term, a), (_, b) in zip(terms_facts(older), terms_facts(newer), strict=True))
    items = ("Standing items", "; ".join(older.standing_items), "; ".join(newer.standing_items))
    return tuple(_difference(term, a, b) for term, a, b in (*texts, *facts, items) if a or b)


def _difference(term: str, older: str, newer: str) -> Difference:
    a, b = older.split(), newer.split()
    pieces: list[tuple[str, str]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", " ".join(a[a1:a2])))
            continue
        pieces += [("gone", " ".join(a[a1:a2]))] if a1 < a2 else []
        pieces += [("new", " ".join(b[b1:b2]))] if b1 < b2 else []
    return Difference(term, tuple(pieces), a == b)


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
