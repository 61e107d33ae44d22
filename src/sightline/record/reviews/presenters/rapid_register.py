"""The register of rapid reviews."""

from collections.abc import Callable, Iterable
from datetime import date

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.models import Organisation

from ..domain.rapid import RAPID_STATE_LABELS, REPLY_LABELS, RapidState, Reply, lacks_in_short, state_of
from ..models import RapidReview
from ..queries.rapid import clock_of, standing_of
from .incidents import COUNTED, clock_cell, href
from .rapid_lines import STATE_COLOURS, YES_NO


def register(
    reviews: Iterable[RapidReview], partners: Callable[[date], list[Organisation]], slug: str, on: date
) -> Table:
    return Table(
        caption="Rapid reviews",
        caption_hidden=True,
        columns=(
            Column("reference", "Reference"),
            Column("state", "State"),
            Column("opened", "Opened"),
            Column("fifteen", "15 working days"),
            Column("missing", "Still missing"),
            Column("decision", "Practice review"),
            Column("sent", "Sent"),
            Column("reply", "Panel’s reply"),
        ),
        rows=tuple(_register_row(one, partners, slug, on) for one in reviews),
        filters=(
            Filter("state", "State", tuple((label, label) for label in RAPID_STATE_LABELS.values())),
            Filter("year", "Year of opening"),
        ),
        searchable=True,
        sort="-opened",
        export_href=href(slug, "rapid_reviews"),
        empty="There is no rapid review yet. It opens on the page of a notified incident.",
        note=COUNTED,
    )


def _register_row(one: RapidReview, partners: Callable[[date], list[Organisation]], slug: str, on: date) -> Row:
    has = standing_of(one, on, partners(min(on, one.sent_on) if one.sent_on else on))
    state = state_of(has)
    label = RAPID_STATE_LABELS[state]
    open_ = state in (RapidState.GATHERING, RapidState.RATIFYING, RapidState.READY)
    return row(
        Cell(text=one.review.reference, href=href(slug, "rapid", rapid=one.pk)),
        Cell(text=label, tag=STATE_COLOURS[state]),
        one.opened_on,
        clock_cell(clock_of(one), on),
        lacks_in_short(has).capitalize() if open_ else "",
        YES_NO[one.does_practice_review] if has.is_decided else Cell(text="Not decided"),
        one.sent_on if has.is_sent else None,
        REPLY_LABELS[Reply(one.reply)] if has.is_answered else "",
        facets={"state": label, "year": str(one.opened_on.year)},
    )
