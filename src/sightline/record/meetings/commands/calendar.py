"""Planning, moving, cancelling and holding meetings."""

from collections.abc import Iterable
from datetime import date, time

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import unindex
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.models import Board

from ..domain import MeetingState
from ..models import Meeting
from .keeping import keep


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@deed
def plan_meeting(
    *,
    board: Board,
    held_on: date,
    by: User | None,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue: str = "",
    title: str = "",
    is_month_only: bool = False,
) -> Meeting:
    """A meeting to come. Two of one board on one day are refused unless they start at known, different times."""
    if not is_month_only:
        _refuse_second(board, held_on, starts_at)
    return _new(board, held_on, MeetingState.PLANNED, starts_at, ends_at, venue, title, is_month_only)


def _refuse_second(board: Board, held_on: date, starts_at: time | None, moving: Meeting | None = None) -> None:
    same_day = Meeting.objects.filter(board=board, held_on=held_on, is_month_only=False)
    kept = same_day.exclude(state=MeetingState.CANCELLED).exclude(pk=moving.pk if moving else None)
    if any(None in (starts_at, other) or starts_at == other for other in kept.values_list("starts_at", flat=True)):
        raise Refused(f"{board} already has a meeting on {_day(held_on)}. Choose another day or time.", "held_on")


@deed
def record_meeting(
    *,
    board: Board,
    held_on: date,
    by: User | None,
    is_month_only: bool = False,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue: str = "",
    title: str = "",
) -> Meeting:
    """A meeting that took place, from a paper or from memory. The same day (or, where only the month is known,
    the same month) of the same board is the same meeting: it is then held, and what was not known is filled in."""
    meeting = _same_meeting(board, held_on, is_month_only)
    if meeting is None:
        return _new(board, held_on, MeetingState.HELD, starts_at, ends_at, venue, title, is_month_only)
    if meeting.is_month_only and not is_month_only:
        meeting.held_on, meeting.is_month_only = held_on, False
    meeting.state = MeetingState.HELD
    for name, value in (("starts_at", starts_at), ("ends_at", ends_at), ("venue", venue), ("title", title)):
        if value and not getattr(meeting, name):
            setattr(meeting, name, value)
    keep(meeting)
    return meeting


def _same_meeting(board: Board, held_on: date, is_month_only: bool) -> Meeting | None:
    meetings = Meeting.objects.filter(board=board).exclude(state=MeetingState.CANCELLED)
    same_day = meetings.filter(held_on=held_on).order_by("id").first()
    if same_day is not None:
        return same_day
    month = meetings.filter(held_on__year=held_on.year, held_on__month=held_on.month)
    if not is_month_only:
        month = month.filter(is_month_only=True)
    return month.first() if month.count() == 1 else None


def _new(
    board: Board,
    held_on: date,
    state: MeetingState,
    starts_at: time | None,
    ends_at: time | None,
    venue: str,
    title: str,
    is_month_only: bool,
) -> Meeting:
    if starts_at and ends_at and ends_at <= starts_at:
        raise Refused("The meeting would end before it starts. Change one of the times.", "ends_at")
    meeting = Meeting(
        partnership=board.partnership,
        board=board,
        held_on=held_on,
        state=state,
        starts_at=starts_at,
        ends_at=ends_at,
        venue=venue,
        title=title,
        is_month_only=is_month_only,
    )
    keep(meeting)
    return meeting


@deed
def plan_year(
    *,
    board: Board,
    days: Iterable[date],
    by: User | None,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue: str = "",
) -> list[Meeting]:
    """A year's meetings on the days given; a day that is planned already is left as it is."""
    kept = Meeting.objects.filter(board=board).exclude(state=MeetingState.CANCELLED)
    planned = set(kept.values_list("held_on", flat=True))
    return [
        plan_meeting(board=board, held_on=day, by=by, starts_at=starts_at, ends_at=ends_at, venue=venue)
        for day in sorted(set(days) - planned)
    ]


@deed
def move_meeting(
    *,
    meeting: Meeting,
    held_on: date,
    by: User | None,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue: str | None = None,
) -> Meeting:
    if meeting.state == MeetingState.HELD:
        raise Refused(
            "This meeting has been held. Correct its date by bringing in its minutes, or ask who recorded it."
        )
    if meeting.state == MeetingState.CANCELLED:
        raise Refused("This meeting is cancelled. Plan a new one instead.")
    _refuse_second(meeting.board, held_on, starts_at, moving=meeting)
    if starts_at and ends_at and ends_at <= starts_at:
        raise Refused("The meeting would end before it starts. Change one of the times.", "ends_at")
    meeting.held_on, meeting.is_month_only = held_on, False
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    meeting.venue = meeting.venue if venue is None else venue
    keep(meeting)
    return meeting


@deed
def cancel_meeting(*, meeting: Meeting, because: str, by: User | None) -> Meeting:
    if meeting.state == MeetingState.HELD:
        raise Refused("This meeting has been held; it cannot be cancelled.")
    if not because.strip():
        raise Refused("Say why the meeting is cancelled.", "because")
    refuse_child_details(because=because)
    meeting.state, meeting.cancelled_because = MeetingState.CANCELLED, because.strip()
    keep(meeting)
    return meeting


@deed
def hold_meeting(*, meeting: Meeting, by: User | None) -> Meeting:
    """Says that a planned meeting took place: from then on it counts in attendance."""
    if meeting.state == MeetingState.CANCELLED:
        raise Refused("This meeting is cancelled. Plan or record a new one instead.")
    meeting.state = MeetingState.HELD
    keep(meeting)
    return meeting


@deed
def remove_meeting(*, meeting: Meeting, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. A meeting that anything hangs on stays."""
    hanging = (meeting.attendance, meeting.decisions, meeting.action_links, meeting.minutes)
    if any(rows.exists() for rows in hanging):
        raise Refused("Attendance, decisions, actions or minutes hang on this meeting. Take those back first.")
    unindex(kind="meetings.meeting", id=meeting.pk)
    meeting.delete()
