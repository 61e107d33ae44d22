"""The seats of a board, and one seat: what it is, who sits in it, who did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.domain.dates import is_running
from sightline.partnership.directory.presenters.words import period, said
from sightline.partnership.governance.domain import Capacity, MembershipKind
from sightline.partnership.governance.models import Membership, Seat
from sightline.partnership.governance.queries import SeatRow

from .structure import board_href
from .words import capacity


def seats_table(seats: Sequence[SeatRow], scope: Partnership, on: date, path: str, may_keep: bool) -> Table:
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
