"""Attendance: of one board, and across boards."""

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.design.tables import Table
from sightline.kernel.periods import Period, financial_year, year_label
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import board_of

from .. import queries
from ..domain.attendance import DEPUTIES_COUNT, IN_PERSON_ONLY, Counting
from ..presenters import across, attendance
from ..presenters.attendance import Asked, AttendancePage, Choice, Choices
from ..presenters.words import day
from ..queries import By, History

RULES = (("yes", "Deputies count"), ("no", "In person only"))


@opens_with(Deed.READ)
def of_board(request: HttpRequest, board: int) -> HttpResponse:
    found = board_of(request.scope, board)
    if found is None:
        raise Http404
    by, counting = _by(request), _counting(request)
    history = queries.attendance_history(found, request.as_at, by, counting)
    asked = _asked(request, by, counting, history.years())
    said = queries.words_said(found, asked.period, by, request.viewer)
    table = attendance.table_of(history, asked, request.scope.slug, request.path, found.name, said)
    if answer := table_download(request, table):
        return answer
    return render(request, "meetings/attendance.html", {"page": _page(request, found, history, asked, table)})


def _by(request: HttpRequest) -> By:
    try:
        return By(request.GET.get("by", By.AGENCY))
    except ValueError:
        raise Http404 from None


def _counting(request: HttpRequest) -> Counting:
    return IN_PERSON_ONLY if request.GET.get("deputies") == "no" else DEPUTIES_COUNT


def _asked(request: HttpRequest, by: By, counting: Counting, years: list[Period]) -> Asked:
    """The two days or the year that the address names; the latest year with a meeting when it names none."""
    start, end = _date(request, "from"), _date(request, "to")
    if start and end and start <= end and not request.GET.get("year"):
        period = Period(start, end + timedelta(days=1))
        return Asked(by, counting, period, f"{day(start)} to {day(end)}", is_year=False)
    known = {year_label(year): year for year in years}
    latest = years[-1] if years else financial_year(request.as_at)
    year = known.get(request.GET.get("year", ""), latest)
    return Asked(by, counting, year, year_label(year), is_year=True)


def _date(request: HttpRequest, name: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None


def _page(request: HttpRequest, board: Board, history: History, asked: Asked, table: Table) -> AttendancePage:
    boards = queries.boards_to_show(request.scope, request.as_at, {board.pk})
    return AttendancePage(
        board=board.name,
        period=asked.period_words,
        choices=_choices(request, asked, By, history.years(), boards, board.pk),
        table=table,
        legend=attendance.legend(),
        persistent=attendance.persistent_words(history, history.lines(asked.period)),
        convention=attendance.CONVENTION,
        pictures=attendance.pictures(history, board.name, asked.by),
        trend=attendance.trend_table(history, board.name, asked.by),
    )


def _choices(
    request: HttpRequest,
    asked: Asked,
    rows: Iterable[By],
    years: list[Period],
    boards: dict[int, str],
    board: int | None = None,
) -> Choices:
    rule = "yes" if asked.counting.deputies_count else "no"
    labels = [year_label(year) for year in reversed(years)]
    return Choices(
        go_href=attendance.across_href(request.scope.slug),
        boards=tuple(Choice(str(pk), name, pk == board) for pk, name in boards.items()),
        by=tuple(Choice(by, f"By {by}", by is asked.by) for by in rows),
        deputies=tuple(Choice(value, text, value == rule) for value, text in RULES),
        years=tuple(Choice(label, label, asked.is_year and label == asked.period_words) for label in labels),
        starts="" if asked.is_year else f"{asked.period.start:%Y-%m-%d}",
        ends="" if asked.is_year else f"{asked.period.last_day:%Y-%m-%d}",
    )


@opens_with(Deed.READ)
def across_boards(request: HttpRequest) -> HttpResponse:
    """All boards side by side; with `board` in the address, the way to that board's own page."""
    if request.GET.get("board", "").isdigit():
        return _to_board(request)
    by, counting = By.PERSON if request.GET.get("by") == By.PERSON else By.AGENCY, _counting(request)
    years = queries.years_with_meetings(request.scope, request.as_at)
    asked = _asked(request, by, counting, years)
    ask = queries.people_across_boards if by is By.PERSON else queries.agencies_across_boards
    rows = ask([request.scope.pk], _until(asked.period, request.as_at), counting)
    names = queries.names_of_rows(by, {one.key for one in rows})
    boards = queries.boards_to_show(request.scope, request.as_at, {one.board_id for one in rows})
    table = across.across_table(rows, names, boards, asked, request.scope.slug, request.path)
    if answer := table_download(request, table):
        return answer
    choices = _choices(request, asked, (By.AGENCY, By.PERSON), years, boards)
    return render(request, "meetings/attendance_across.html", {"table": table, "choices": choices})


def _to_board(request: HttpRequest) -> HttpResponse:
    if board_of(request.scope, int(request.GET["board"])) is None:
        raise Http404
    kept = urlencode([(key, value) for key, value in request.GET.items() if key != "board" and value])
    answer = redirect("meetings:attendance", partnership=request.scope.slug, board=int(request.GET["board"]))
    answer["Location"] += f"?{kept}" if kept else ""
    return answer


def _until(period: Period, as_at: date) -> Period:
    """Up to the day the page is as at: later meetings are not in the record of that day."""
    end = min(period.end or as_at, as_at + timedelta(days=1))
    return Period(min(period.start, end), end)
