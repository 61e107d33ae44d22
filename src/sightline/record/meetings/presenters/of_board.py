"""What a board's page says of its meetings: when it last met, when it meets next, and the list of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.governance.models import Board

from ..models import Meeting
from ..queries import last_held, next_meeting, open_actions_of_board
from .words import clock, meeting_href, short_day, state_words


def meetings_facts(board: Board, on: date) -> list[dict[str, Any]]:
    """For the head of every board's page; boards of others do not meet here."""
    if board.is_external:
        return []
    slug = board.partnership.slug
    facts = []
    for term, meeting in (("Last met", last_held(board, on)), ("Next meets", next_meeting(board, on))):
        shown = short_day(meeting.held_on, meeting.is_month_only) if meeting else ""
        facts.append({"term": term, "value": shown, "href": meeting_href(slug, meeting.pk) if meeting else ""})
    facts.append({"term": "Open actions", "value": str(open_actions_of_board(board, on).count())})
    return facts


def meetings_of_board_table(meetings: Sequence[Meeting], slug: str, today: date, path: str) -> Table:
    return Table(
        caption="Meetings",
        columns=(Column("day", "Date"), Column("time", "Time"), Column("where", "Where"), Column("state", "State")),
        rows=tuple(_row(meeting, slug, today) for meeting in meetings),
        filters=(Filter("state", "State"),),
        sort="-day",
        export_href=path,
        empty="No meeting of this board is recorded on this date.",
        row_headers=False,
    )


def _row(meeting: Meeting, slug: str, today: date) -> Row:
    words, colour = state_words(meeting, today)
    held_on = Cell(
        text=short_day(meeting.held_on, meeting.is_month_only),
        value=meeting.held_on,
        href=meeting_href(slug, meeting.pk),
        note=meeting.title,
    )
    state = Cell(text=words, tag=colour, note=meeting.cancelled_because)
    return row(held_on, clock(meeting), meeting.venue, state, facets={"state": words})
