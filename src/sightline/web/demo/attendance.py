"""City and Hackney's attendance of 2021-22 as its yearly report published it: who came, by agency and month.

The report gives agencies, months, yes or no, and a percentage. Those facts stand in `data/attendance_2021_22.csv`; they
are shelved as a transcript, and every attendance cites its line there. The percentages are never stored: they are what
the attendance page must come to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import cite, date_document, shelve_document
from sightline.foundation.library.domain import File, PageText
from sightline.foundation.library.models import Document, Version
from sightline.foundation.library.store import keep
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.partnership.governance.models import Board
from sightline.record.meetings.commands import record_attendance, record_meeting
from sightline.record.meetings.domain import Status

from .making import body_called, partnership_called, table

TITLE = "Attendance 2021-22, transcribed from the yearly report 2021-22"
FILE_NAME = "attendance-2021-22-transcript.txt"
PUBLISHED_ON = date(2022, 9, 30)  # the day is not printed; yearly reports are due by the end of September
SAID = {"Yes": Status.PRESENT, "No": Status.ABSENT}


@dataclass(frozen=True)
class Published:
    """One line of a published table. `months` gives Yes or No with the first day of each month met."""

    board: str
    agency: str
    body: str
    months: tuple[tuple[date, str], ...]
    printed: int

    @property
    def line(self) -> str:
        return "\t".join([self.agency, *(said for _, said in self.months), str(self.printed)])


def published() -> list[Published]:
    return [_published(row) for row in table("attendance_2021_22")]


def _published(row: dict[str, str]) -> Published:
    months = ((date.fromisoformat(f"{name}-01"), said) for name, said in row.items() if name.startswith("20") and said)
    return Published(row["board"], row["agency"], row["body"], tuple(months), int(row["printed"]))


@deed
def build_city_and_hackney_attendance(*, by: User | None) -> None:
    partnership = partnership_called("city-and-hackney")
    rows = published()
    version, places = _transcript(partnership, rows, by)
    boards = {board.short_name: board for board in Board.objects.filter(partnership=partnership)}
    for row in rows:
        _record(partnership, boards[row.board], row, version, places[row], by)


def _record(
    partnership: Partnership, board: Board, row: Published, version: Version, place: tuple[int, int], by: User | None
) -> None:
    at = timezone.make_aware(datetime.combine(PUBLISHED_ON, time(12)))
    for month, said in row.months:
        meeting = record_meeting(board=board, held_on=month, is_month_only=True, by=by)
        attendance = record_attendance(
            meeting=meeting,
            organisation=body_called(row.body, partnership),
            organisation_as_written=row.agency,
            status=SAID[said],
            by=by,
        )
        subject = Reference("meetings.attendance", attendance.pk)
        cite(version=version, start=place[0], end=place[1], subject=subject, by=by, at=at)


def _transcript(
    partnership: Partnership, rows: list[Published], by: User | None
) -> tuple[Version, dict[Published, tuple[int, int]]]:
    """The transcript on the shelf, and where each line stands in it."""
    text, places = _text_of(rows)
    kept = Document.objects.filter(partnership=partnership, title=TITLE).first()
    return (kept.versions.get(number=1) if kept else _shelved(partnership, text, by)), places


def _shelved(partnership: Partnership, text: str, by: User | None) -> Version:
    sha256, size = keep([text.encode()])
    version = shelve_document(
        partnership=partnership,
        title=TITLE,
        kind="annual_report",
        file=File(FILE_NAME, "text/plain", size, sha256),
        pages=[PageText(1, text, 0, len(text))],
        by=by,
        at=timezone.make_aware(datetime.combine(PUBLISHED_ON, time(12))),
    )
    date_document(document=version.document, dated_on=PUBLISHED_ON, as_written="2021-22", by=by)
    return version


def _text_of(rows: list[Published]) -> tuple[str, dict[Published, tuple[int, int]]]:
    text, places, board = "", {}, ""
    for row in rows:
        if row.board != board:
            board = row.board
            text += "\n".join(["", board, "\t".join(_heads(row)), ""])
        places[row] = (len(text), len(text) + len(row.line))
        text += row.line + "\n"
    return text, places


def _heads(row: Published) -> Iterator[str]:
    yield "Organisation"
    yield from (f"{month:%B %Y}" for month, _ in row.months)
    yield "Attendance (%)"
