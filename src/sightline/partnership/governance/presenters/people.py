"""The seats of one person, as a tab of their page."""

from collections.abc import Sequence

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.partnership.directory.presenters.words import period
from sightline.partnership.governance.queries import MembershipRow

from .structure import board_href
from .words import capacity


def seats_of_person_table(now: Sequence[MembershipRow], past: Sequence[MembershipRow], slug: str, path: str) -> Table:
    rows = [*(_row(m, slug, "") for m in now), *(_row(m, slug, "muted") for m in past)]
    return Table(
        caption="Seats",
        columns=(
            Column("board", "Board"),
            Column("seat", "Seat"),
            Column("as", "As"),
            Column("for", "For"),
            Column("when", "When"),
        ),
        rows=tuple(rows),
        export_href=path,
        page_size=0,
        empty="This person has no seat on any board on this date, and had none before.",
    )


def _row(m: MembershipRow, slug: str, emphasis: str) -> Row:
    role = "Named deputy" if m.is_deputy else capacity(m.capacity)
    return row(
        Cell(text=m.board, href=board_href(slug, m.board_id)),
        Cell(text=m.seat, href=reverse("governance:seat", args=[slug, m.board_id, m.seat_id])),
        role,
        m.organisation,
        period(m.started_on, m.ended_on),
        emphasis=emphasis,
    )
