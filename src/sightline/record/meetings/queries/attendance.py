"""Attendance as tables: marks grouped in the database, counted by the domain. The number of queries never grows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import connection
from django.db.models import Case, F, IntegerField, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.domain import Source
from sightline.foundation.library.queries import sources_for
from sightline.kernel.periods import Period, financial_year
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.domain import MembershipKind
from sightline.partnership.governance.models import Board, Membership, Seat

from ..domain import COUNTED_CAPACITIES, MeetingState, Status
from ..domain.attendance import DEPUTIES_COUNT, MARK_OF, Counting, Line, Mark, Tally, lines
from ..models import Attendance, Meeting


class By(StrEnum):
    """What the rows of a table are."""

    AGENCY = "agency"
    SEAT = "seat"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class MeetingHeading:
    id: int
    held_on: date
    is_month_only: bool


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of who attended a board's held meetings up to a day; tables of any period are cut from it."""

    meetings: tuple[MeetingHeading, ...]
    names: dict[int | str, str]
    recorded: dict[tuple[int | str, int], list[Mark]]
    expected: dict[int | str, list[int]]
    counting: Counting

    def years(self) -> list[Period]:
        return sorted({financial_year(m.held_on) for m in self.meetings})

    def during(self, period: Period) -> list[MeetingHeading]:
        return [m for m in self.meetings if m.held_on in period]

    def lines(self, period: Period | None = None) -> list[Line]:
        """One line for each row that is due or recorded in the period, by name."""
        meetings = [m.id for m in (self.during(period) if period else self.meetings)]
        wanted = set(meetings)
        found = lines(
            meetings,
            {key: marks for key, marks in self.recorded.items() if key[1] in wanted},
            {row: [m for m in due if m in wanted] for row, due in self.expected.items() if wanted & set(due)},
            self.counting,
        )
        return sorted(found.values(), key=lambda line: self.names[line.key].casefold())


def attendance_history(
    board: Board, until: date, by: By = By.AGENCY, counting: Counting = DEPUTIES_COUNT, period: Period | None = None
) -> History:
    """Four queries: meetings, marks grouped by row and meeting, who had a seat when, names."""
    meetings = _held(board, until, period)
    recorded = _recorded(board, until, by, counting, period)
    expected = _expected(board, by, meetings)
    names = names_of_rows(by, {row for row, _ in recorded} | set(expected))
    return History(meetings, names, recorded, {row: due for row, due in expected.items() if due}, counting)


def _held(board: Board, until: date, period: Period | None) -> tuple[MeetingHeading, ...]:
    rows = Meeting.objects.filter(_when(until, period, ""), board=board, state=MeetingState.HELD)
    return tuple(
        MeetingHeading(*row) for row in rows.order_by("held_on", "id").values_list("id", "held_on", "is_month_only")
    )


def _when(until: date, period: Period | None, prefix: str) -> Q:
    when = Q(**{f"{prefix}held_on__lte": until})
    if period is not None:
        when &= Q(**{f"{prefix}held_on__gte": period.start})
        if period.end is not None:
            when &= Q(**{f"{prefix}held_on__lt": period.end})
    return when


def counted() -> Q:
    """Whose coming speaks for an agency: those in its seats as members or chairs, and those recorded without a seat."""
    return Q(seat__isnull=True) | Q(seat__capacity__in=COUNTED_CAPACITIES)


def _recorded(
    board: Board, until: date, by: By, counting: Counting, period: Period | None
) -> dict[tuple[int | str, int], list[Mark]]:
    rows = Attendance.objects.filter(
        _when(until, period, "meeting__"), meeting__board=board, meeting__state=MeetingState.HELD
    ).exclude(status=Status.GUEST)
    marks = {counting.strength(mark): mark for mark in MARK_OF.values()}
    return {(row, meeting): [marks[strongest]] for row, meeting, strongest in _grouped(rows, by, counting)}


def _grouped(rows: QuerySet[Attendance], by: By, counting: Counting) -> QuerySet:
    """(row, meeting, strength of the strongest mark), one line for each row and meeting."""
    key = {By.AGENCY: F("organisation_id"), By.SEAT: F("seat_id"), By.PERSON: _whom()}[by]
    if by is By.AGENCY:
        rows = rows.filter(counted())
    strongest = Max(_strength(counting))
    grouped = rows.annotate(row=key).filter(row__isnull=False).order_by().values("row", "meeting_id")
    return grouped.annotate(strongest=strongest).values_list("row", "meeting_id", "strongest")


def _whom() -> Coalesce:
    """A deputy's coming belongs to the member they came for, where that is known."""
    return Coalesce("deputy_for_id", "person_id")


def _strength(counting: Counting) -> Case:
    return Case(
        *(When(status=status, then=Value(counting.strength(mark))) for status, mark in MARK_OF.items()),
        output_field=IntegerField(),
    )


def _expected(board: Board, by: By, meetings: tuple[MeetingHeading, ...]) -> dict[int | str, list[int]]:
    """The meetings at which each row had a seat."""
    rows = _seats(board, by)
    expected: dict[int | str, list[int]] = {}
    for row, started, ended in rows:
        due = expected.setdefault(row, [])
        for meeting in meetings:
            inside = (started is None or started <= meeting.held_on) and (ended is None or meeting.held_on < ended)
            if inside and meeting.id not in due:
                due.append(meeting.id)
    return expected


def _seats(board: Board, by: By) -> QuerySet:
    if by is By.PERSON:
        memberships = Membership.objects.filter(
            seat__board=board, seat__capacity__in=COUNTED_CAPACITIES, kind=MembershipKind.MEMBER
        )
        return memberships.values_list("person_id", "started_on", "ended_on")
    seats = Seat.objects.filter(board=board, capacity__in=COUNTED_CAPACITIES)
    if by is By.SEAT:
        return seats.values_list("id", "started_on", "ended_on")
    return seats.filter(organisation__isnull=False).values_list("organisation_id", "started_on", "ended_on")


def names_of_rows(by: By, keys: Collection[int | str]) -> dict[int | str, str]:
    if by is By.AGENCY:
        return dict(Organisation.objects.filter(pk__in=keys).order_by().values_list("pk", "name"))
    if by is By.PERSON:
        return dict(Person.objects.filter(pk__in=keys).order_by().values_list("pk", "name"))
    seats = Seat.objects.filter(pk__in=keys).values_list("pk", "title", "organisation__name")
    return {pk: f"{title} ({organisation})" if organisation else title for pk, title, organisation in seats}


def attendance_at(meeting: Meeting) -> QuerySet[Attendance]:
    """Seats in their order, then everyone without one."""
    rows = meeting.attendance.select_related("seat", "organisation", "person", "deputy_for")
    return rows.order_by(F("seat__order").asc(nulls_last=True), "id")


@dataclass(frozen=True, slots=True)
class Across:
    """How one agency or person attended one board over a period."""

    partnership_id: int
    board_id: int
    key: int
    tally: Tally


_COUNTED = "AND (a.seat_id IS NULL OR s.capacity IN ({capacities}))"
# Two steps: the strongest mark of each row at each meeting, then its counts. The marks are numbers of this file,
# never words from a page; ids and dates are parameters.
_ACROSS = """
SELECT partnership_id, board_id, row_id,
       SUM(CASE WHEN strongest IN ({attended}) THEN 1 ELSE 0 END),
       SUM(CASE WHEN strongest = {deputy} THEN 1 ELSE 0 END),
       SUM(CASE WHEN strongest IN ({apologies}) THEN 1 ELSE 0 END),
       SUM(CASE WHEN strongest = {absent} THEN 1 ELSE 0 END),
       SUM(CASE WHEN strongest = {unknown} THEN 1 ELSE 0 END)
FROM (
    SELECT m.partnership_id, m.board_id, {row} AS row_id, MAX(CASE a.status {strengths} END) AS strongest
    FROM meetings_meeting m
    JOIN meetings_attendance a ON a.meeting_id = m.id
    LEFT JOIN governance_seat s ON s.id = a.seat_id
    WHERE m.partnership_id IN ({partnerships}) AND m.held_on >= %s AND m.held_on < %s AND m.state = %s
      AND a.status <> %s AND {row} IS NOT NULL {counted}
    GROUP BY m.partnership_id, m.board_id, {row}, m.id
) marks
GROUP BY partnership_id, board_id, row_id
"""


def agencies_across_boards(
    partnerships: Collection[int], period: Period, counting: Counting = DEPUTIES_COUNT
) -> list[Across]:
    """Each agency at each board of the partnerships given, over a period that has an end: one query."""
    capacities = ", ".join(f"'{capacity}'" for capacity in sorted(c.value for c in COUNTED_CAPACITIES))
    return _across(partnerships, period, counting, "a.organisation_id", _COUNTED.format(capacities=capacities))


def people_across_boards(
    partnerships: Collection[int], period: Period, counting: Counting = DEPUTIES_COUNT
) -> list[Across]:
    """Each person at each board, a deputy's coming under the member they came for: one query."""
    return _across(partnerships, period, counting, "COALESCE(a.deputy_for_id, a.person_id)", "")


def _across(partnerships: Collection[int], period: Period, counting: Counting, row: str, counted: str) -> list[Across]:
    if not partnerships or period.end is None:
        return []
    strength = counting.strength
    missed = [Mark.APOLOGIES] if counting.deputies_count else [Mark.APOLOGIES, Mark.DEPUTY]
    sql = _ACROSS.format(
        attended=", ".join(str(strength(m)) for m in MARK_OF.values() if counting.attended(m)),
        deputy=strength(Mark.DEPUTY),
        apologies=", ".join(str(strength(m)) for m in missed),
        absent=strength(Mark.ABSENT),
        unknown=strength(Mark.UNKNOWN),
        strengths=" ".join(f"WHEN '{status}' THEN {strength(mark)}" for status, mark in MARK_OF.items()),
        partnerships=", ".join(["%s"] * len(partnerships)),
        row=row,
        counted=counted,
    )
    values = [*partnerships, period.start, period.end, MeetingState.HELD.value, Status.GUEST.value]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [Across(p, board, key, Tally(*counts)) for p, board, key, *counts in cursor.fetchall()]


def years_with_meetings(partnership: Partnership, until: date) -> list[Period]:
    """The financial years from the first to the last held meeting of the partnership; one query."""
    held = Meeting.objects.filter(partnership=partnership, state=MeetingState.HELD, held_on__lte=until)
    first, last = held.aggregate(first=Min("held_on"), last=Max("held_on")).values()
    if first is None or last is None:
        return []
    years = range(financial_year(first).start.year, financial_year(last).start.year + 1)
    return [financial_year(date(year, 4, 1)) for year in years]


def words_said(board: Board, period: Period, by: By, viewer: Viewer) -> dict[tuple[int | str, int], str]:
    """What the papers say of each mark of a table, by (row, meeting): two queries."""
    rows = Attendance.objects.filter(
        _when(date.max, period, "meeting__"), meeting__board=board, meeting__state=MeetingState.HELD
    )
    key = {By.AGENCY: F("organisation_id"), By.SEAT: F("seat_id"), By.PERSON: _whom()}[by]
    written = ("person_as_written", "post_as_written", "organisation_as_written")
    found = list(rows.annotate(row=key).order_by("id").values_list("id", "row", "meeting_id", *written))
    sources = sources_for(viewer, "meetings.attendance", [pk for pk, *_ in found])
    said: dict[tuple[int | str, int], list[str]] = {}
    for pk, row, meeting, *words in found:
        said.setdefault((row, meeting), []).extend(_said(words, sources.get(pk, [])))
    return {key: "; ".join(dict.fromkeys(words)) for key, words in said.items() if words}


def _said(words: list[str], sources: list[Source]) -> list[str]:
    """The citation where there is one, else the words as they were written down."""
    cited = [f"“{source.words}”, {source.title}, {source.page_label or f'page {source.page}'}" for source in sources]
    return cited or [", ".join(filter(None, words))] * any(words)
