"""The year of meetings across boards, with clashes in sight."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.workdays import is_working_day

from ..domain import MeetingState
from ..models import Meeting
from .words import clock, meeting_href, short_day, state_words


def meetings_table(meetings: Sequence[Meeting], slug: str, today: date, path: str, words: str) -> Table:
    clashes = clashing_days(meetings)
    return Table(
        caption=f"Meetings, {words}",
        columns=(
            Column("day", "Date"),
            Column("board", "Board"),
            Column("time", "Time"),
            Column("where", "Where"),
            Column("state", "State"),
            Column("clash", "Clash"),
        ),
        rows=tuple(_row(meeting, slug, today, clashes) for meeting in meetings),
        filters=(Filter("board", "Board"), Filter("state", "State"), Filter("clashing", "Clash")),
        sort="day",
        export_href=path,
        empty="No meeting is planned or recorded in this year.",
        note="A clash is another board’s meeting on the same day, or a day that is not a working day.",
        row_headers=False,
    )


def clashing_days(meetings: Iterable[Meeting]) -> Counter[date]:
    kept = (m for m in meetings if m.state != MeetingState.CANCELLED and not m.is_month_only)
    return Counter(meeting.held_on for meeting in kept)


def _row(meeting: Meeting, slug: str, today: date, clashes: Counter[date]) -> Row:
    words, colour = state_words(meeting, today)
    clash = clash_words(meeting, clashes)
    return row(
        Cell(
            text=short_day(meeting.held_on, meeting.is_month_only),
            value=meeting.held_on,
            href=meeting_href(slug, meeting.pk),
            hidden=meeting.board.name,
        ),
        meeting.title or meeting.board.name,
        clock(meeting),
        meeting.venue,
        Cell(text=words, tag=colour, note=meeting.cancelled_because),
        clash,
        facets={"board": meeting.board.name, "state": words, "clashing": "Clash" if clash else "None"},
    )


def clash_words(meeting: Meeting, clashes: Counter[date]) -> str:
    if meeting.state == MeetingState.CANCELLED or meeting.is_month_only:
        return ""
    others = clashes[meeting.held_on] - 1
    words = f"{others} other{'s' if others > 1 else ''} that day" if others > 0 else ""
    if not is_working_day(meeting.held_on) and meeting.state == MeetingState.PLANNED:
        return f"{words}; not a working day".lstrip("; ")
    return words


@dataclass(frozen=True)
class ProposedDay:
    value: str
    text: str
    name: str


def proposed(days: Iterable[date]) -> tuple[ProposedDay, ...]:
    return tuple(
        ProposedDay(f"{day:%Y-%m-%d}", f"{day:%A} {day.day} {day:%B %Y}", f"day-{n}") for n, day in enumerate(days)
    )
