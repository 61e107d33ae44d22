"""Agenda, minutes and attendance as papers to take away."""

from collections.abc import Iterable

from sightline.foundation.design.blocks import Facts, Grid, Heading, Paper, Paragraph
from sightline.partnership.law.presenters.names import name_on

from ..documents.blocks import blocks_of
from ..domain import MINUTES_STATE_LABELS, MinutesState
from ..models import Meeting, Minutes
from .meeting import AttendeeLine, ItemLine
from .words import clock, day


def _facts(meeting: Meeting) -> Facts:
    pairs = (
        ("Date", day(meeting.held_on, meeting.is_month_only)),
        ("Time", clock(meeting)),
        ("Place", meeting.venue),
    )
    return Facts(tuple((name, value) for name, value in pairs if value))


def _paper(meeting: Meeting, kind: str, blocks: Iterable, footer: str = "") -> Paper:
    return Paper(
        title=f"{kind}: {meeting.title or meeting.board.name}",
        subtitle=day(meeting.held_on, meeting.is_month_only),
        organisation=name_on(meeting.partnership, meeting.held_on),
        footer=footer,
        blocks=tuple(blocks),
    )


def agenda_paper(meeting: Meeting, items: tuple[ItemLine, ...]) -> Paper:
    rows = tuple(
        (str(item.order), f"{item.title} (restricted)" if item.is_restricted else item.title, item.lead, _minutes(item))
        for item in items
    )
    grid = Grid(("No.", "Item", "Lead", "Minutes"), rows, "Agenda", (1, 8, 4, 2), (3,))
    return _paper(meeting, "Agenda", (_facts(meeting), grid if rows else Paragraph("No items yet.")))


def _minutes(item: ItemLine) -> str:
    return str(item.minutes) if item.minutes else ""


def minutes_paper(meeting: Meeting, minutes: Minutes) -> Paper:
    state = MINUTES_STATE_LABELS[MinutesState(minutes.state)]
    footer = f"{state}, version {minutes.version}"
    return _paper(meeting, "Minutes", (_facts(meeting), *blocks_of(minutes.text)), footer)


def attendance_paper(meeting: Meeting, lines: tuple[AttendeeLine, ...]) -> Paper:
    rows = tuple((line.name, line.seat, line.body, f"{line.status} {line.note}".strip()) for line in lines)
    grid = Grid(("Name", "Seat or role", "Agency", "Attendance"), rows, "Attendance", (3, 4, 4, 3))
    blocks = (_facts(meeting), Heading("Who was there"), grid if rows else Paragraph("Nothing is recorded yet."))
    return _paper(meeting, "Attendance", blocks)
