"""One seat: what it is, who sits in it, who did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.partnership.directory.domain.dates import is_running
from sightline.partnership.governance.domain import Capacity, MembershipKind
from sightline.partnership.governance.models import Membership, Seat

from .structure import board_href
from .words import capacity, period


@dataclass(frozen=True, slots=True)
class SeatPage:
    id: int
    board_id: int
    title: str
    board: str
    facts: tuple[dict[str, Any], ...]
    table: Table
    is_filled: bool
    is_open: bool
    breadcrumbs: tuple[dict[str, str], ...]


def seat_page(seat: Seat, memberships: Sequence[Membership], scope: Partnership, on: date, may_keep: bool) -> SeatPage:
    now = [m for m in memberships if is_running(m.started_on, m.ended_on, on)]
    return SeatPage(
        seat.pk,
        seat.board_id,
        seat.title,
        seat.board.name,
        tuple(_facts(seat)),
        _table(memberships, scope.slug, on, may_keep),
        any(m.kind == MembershipKind.MEMBER for m in now),
        is_running(seat.started_on, seat.ended_on, on),
        (
            {"text": "Boards", "href": reverse("governance:boards", args=[scope.slug])},
            {"text": seat.board.name, "href": board_href(scope.slug, seat.board_id)},
            {"text": seat.title},
        ),
    )


def _facts(seat: Seat) -> list[dict[str, Any]]:
    months = f"{seat.term_months} months" if seat.term_months else "No term stated"
    facts = [
        ("Organisation", seat.organisation.name if seat.organisation else "None, or not known"),
        ("Capacity", capacity(Capacity(seat.capacity))),
        ("On behalf of", seat.on_behalf_of),
        ("Required by the terms of reference", "Yes" if seat.is_required else "No"),
        ("Counts to the quorum", "Yes" if seat.counts_for_quorum else "No"),
        ("Term", months),
        ("Running", period(seat.started_on, seat.ended_on)),
    ]
    return [{"term": term, "value": value} for term, value in facts if value]


def _table(memberships: Sequence[Membership], slug: str, on: date, may_keep: bool) -> Table:
    columns = [Column("person", "Person"), Column("as", "As"), Column("post", "Post"), Column("when", "When")]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Who sat in this seat",
        columns=tuple(columns),
        rows=tuple(_row(m, slug, on, may_keep) for m in memberships if m.started_on is None or m.started_on <= on),
        page_size=0,
        empty="Nobody has sat in this seat yet.",
    )


def _row(m: Membership, slug: str, on: date, may_keep: bool) -> Row:
    running = is_running(m.started_on, m.ended_on, on)
    cells = [
        Cell(text=m.person.name, href=reverse("directory:person", args=[slug, m.person_id])),
        "Named deputy" if m.kind == MembershipKind.DEPUTY else "Member",
        m.post.title if m.post else "",
        period(m.started_on, m.ended_on),
    ]
    if may_keep:
        href = reverse("governance:end_membership", args=[slug, m.pk])
        cells.append(Cell() if m.ended_on else Cell(text="End", href=href, hidden=f"the place of {m.person.name}"))
    return row(*cells, emphasis="" if running else "muted")
