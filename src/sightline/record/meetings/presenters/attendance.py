"""The attendance of a board as its yearly report prints it, with a way down to each meeting and its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from sightline.foundation.design.charts import Chart, Point, Series, line, strip
from sightline.foundation.design.marks import Mark as Sign
from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.kernel.periods import Period, year_label

from ..domain.attendance import PERSISTENT_ABSENCE, Counting, Line, Mark, Tally, tally, together
from ..queries import By, History, MeetingHeading
from .words import meeting_href, short_day, sign

HEADINGS = {By.AGENCY: "Agency", By.SEAT: "Seat", By.PERSON: "Person"}
# The picture holds as many meetings as stay readable side by side.
STRIP_MEETINGS = 24
LEGEND = (Mark.PRESENT, Mark.DEPUTY, Mark.APOLOGIES, Mark.ABSENT, Mark.UNKNOWN, Mark.NOT_DUE)
CONVENTION = (
    f"Persistent absence is {PERSISTENT_ABSENCE} or more known meetings missed in a row, with or without apologies. "
    "That number is Sightline’s convention; no guidance sets one."
)


@dataclass(frozen=True)
class Choice:
    value: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class Asked:
    """What the address asks of the page."""

    by: By
    counting: Counting
    period: Period
    period_words: str
    is_year: bool


@dataclass(frozen=True)
class Choices:
    """The form above the table."""

    go_href: str
    boards: tuple[Choice, ...]
    by: tuple[Choice, ...]
    deputies: tuple[Choice, ...]
    years: tuple[Choice, ...]
    starts: str
    ends: str


@dataclass(frozen=True)
class AttendancePage:
    board: str
    period: str
    choices: Choices
    table: Table
    legend: tuple[Sign, ...]
    persistent: tuple[str, ...]
    convention: str
    pictures: tuple[Chart, ...]
    trend: Table | None


def rule_words(asked: Asked) -> str:
    """How the table was counted, in one line."""
    who = "someone in its seats was" if asked.by is By.AGENCY else "they were"
    came = f"{who} present or a deputy came" if asked.counting.deputies_count else f"{who} present in person"
    kept = "" if asked.counting.deputies_count else " Deputies are shown and not counted."
    return (
        f"Attended means that {came}.{kept} Due are the meetings held with a known record; not known is never counted "
        "as absent. Guests, advisers, observers and the secretariat do not count. Percentages are whole, halves up."
    )


def table_of(
    history: History, asked: Asked, slug: str, path: str, board: str, said: Mapping[tuple[int | str, int], str]
) -> Table:
    meetings = history.during(asked.period)
    lines = history.lines(asked.period)
    return Table(
        caption=f"Attendance of {board}, {asked.period_words}",
        columns=_columns(asked.by, meetings),
        rows=tuple(_row(one, meetings, history.names[one.key], slug, said) for one in lines),
        footer=_footer(lines, meetings, asked.counting) if lines else (),
        export_href=path,
        empty="No meeting of this board was held in this period.",
        note=rule_words(asked),
        page_size=0,
        dense=True,
        stacked=False,
    )


def _columns(by: By, meetings: Sequence[MeetingHeading]) -> tuple[Column, ...]:
    return (
        Column("name", HEADINGS[by]),
        *(Column(f"m{m.id}", short_day(m.held_on, m.is_month_only), sortable=False) for m in meetings),
        Column("attended", "Attended", numeric=True),
        Column("due", "Due", numeric=True),
        Column("percent", "Attendance (%)", numeric=True),
        Column("deputy", "By deputy", numeric=True),
        Column("unknown", "Not known", numeric=True),
        Column("missed", "Missed in a row", numeric=True),
    )


def _row(
    one: Line, meetings: Sequence[MeetingHeading], name: str, slug: str, said: Mapping[tuple[int | str, int], str]
) -> Row:
    cells = [
        Cell(marks=(sign(mark, _down(mark, slug, meeting.id), said.get((one.key, meeting.id), "")),))
        for mark, meeting in zip(one.marks, meetings, strict=True)
    ]
    missed = Cell(text=str(one.missed_in_a_row), value=one.missed_in_a_row)
    if one.is_persistently_absent:
        missed = Cell(text=f"{one.missed_in_a_row}: persistent", value=one.missed_in_a_row, tag="red")
    return row(name, *cells, *_counts(one.tally), missed)


def _down(mark: Mark, slug: str, meeting: int) -> str:
    return "" if mark is Mark.NOT_DUE else f"{meeting_href(slug, meeting)}#attendance"


def _counts(counts: Tally) -> tuple[Cell, ...]:
    numbers = (counts.attended, counts.due, counts.by_deputy, counts.unknown)
    attended, due, by_deputy, unknown = (Cell(text=str(number), value=number) for number in numbers)
    return attended, due, percent_cell(counts), by_deputy, unknown


def percent_cell(counts: Tally) -> Cell:
    if counts.percent is None:
        return Cell(text="Not known" if counts.unknown else "None due", unknown=bool(counts.unknown))
    return Cell(text=f"{counts.percent}%", value=counts.percent)


def _footer(lines: Sequence[Line], meetings: Sequence[MeetingHeading], counting: Counting) -> tuple[Cell, ...]:
    each = [tally((one.marks[n] for one in lines), counting) for n in range(len(meetings))]
    heads = (Cell(text=f"{one.attended} of {one.due}") for one in each)
    return (Cell(text="All"), *heads, *_counts(together(one.tally for one in lines)), Cell())


def persistent_words(history: History, lines: Sequence[Line]) -> tuple[str, ...]:
    """Those that missed their latest known meetings, in sentences."""
    return tuple(
        f"{history.names[one.key]} missed the last {one.missed_in_a_row} known meetings."
        for one in lines
        if one.is_persistently_absent
    )


def pictures(history: History, board: str, by: By) -> tuple[Chart, ...]:
    if len(history.meetings) < 2:
        return ()
    recent = history.meetings[-STRIP_MEETINGS:]
    lines = history.lines(Period(recent[0].held_on, None))
    marks = strip(
        f"{HEADINGS[by]} by meeting, the last {len(recent)} meetings",
        f"One mark for each meeting of {board}: P present, D deputy, A apologies, X absent, hatched not known.",
        [f"{m.held_on:%b %y}" for m in recent],
        [(history.names[one.key], [sign(mark) for mark in one.marks[-len(recent) :]]) for one in lines],
    )
    return (*_over_years(history, board), marks)


def _over_years(history: History, board: str) -> tuple[Chart, ...]:
    years = history.years()
    if len(years) < 2:
        return ()
    points = [(year_label(y), together(one.tally for one in history.lines(y))) for y in years]
    series = Series("All", tuple(Point(label, counts.percent) for label, counts in points))
    words = f"Meetings attended as a share of those due, all rows of {board} together, by financial year."
    return (line("Attendance over the years", words, [series], unit="%"),)


def trend_table(history: History, board: str, by: By) -> Table | None:
    """Percentages by financial year, where there is more than one."""
    years = history.years()
    if len(years) < 2:
        return None
    by_year = [{one.key: one.tally for one in history.lines(year)} for year in years]
    keys = sorted({key for tallies in by_year for key in tallies}, key=lambda key: history.names[key].casefold())
    return Table(
        name="years",
        caption=f"Attendance of {board} by year",
        columns=(Column("name", HEADINGS[by]), *(Column(year_label(y), year_label(y), numeric=True) for y in years)),
        rows=tuple(
            row(history.names[key], *(percent_cell(t[key]) if key in t else Cell() for t in by_year)) for key in keys
        ),
        dense=True,
        stacked=False,
        page_size=0,
        note="An empty cell: no seat and no record in that year.",
    )


def legend() -> tuple[Sign, ...]:
    return tuple(sign(mark) for mark in LEGEND)


def across_href(slug: str) -> str:
    return reverse("meetings:attendance_across", kwargs={"partnership": slug})
