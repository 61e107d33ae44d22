"""What the record knows of a meeting, in words: the facts that minutes begin from and papers print."""

from datetime import timedelta

from sightline.kernel.periods import Period
from sightline.partnership.governance.domain import NOT_DECIDING
from sightline.record.actions.domain import PartyKind
from sightline.record.actions.models import Action

from ..documents.minutes import GridFacts, MinutesFacts
from ..domain import LinkKind, Status
from ..domain.attendance import Mark
from ..models import AgendaItem, Attendance, Meeting
from .agendas import agenda_of, open_decisions_of
from .attendance import attendance_at, attendance_history
from .calendar import next_meeting
from .papers import action_links_of, open_actions_of_board

LETTERS = {
    Mark.PRESENT: "P",
    Mark.DEPUTY: "D",
    Mark.APOLOGIES: "A",
    Mark.ABSENT: "X",
    Mark.UNKNOWN: "?",
    Mark.NOT_DUE: "",
}
KEY = "P present, D deputy, A apologies, X absent, ? not known. Percentages are of known meetings; a deputy counts."


def facts_of(meeting: Meeting) -> MinutesFacts:
    """Carried actions are those said to be carried and those that the board still has open. Minutes are read more widely
    than restricted papers: what a restricted item is called and decided stays out of them."""
    rows = list(attendance_at(meeting))
    links = list(action_links_of(meeting))
    by_kind = {kind: [link.action for link in links if link.kind == kind] for kind in LinkKind}
    said = {action.pk for actions in by_kind.values() for action in actions}
    still_open = [a for a in open_actions_of_board(meeting.board, meeting.held_on, before=meeting) if a.pk not in said]
    members = [row for row in rows if not _is_beside(row)]
    following = next_meeting(meeting.board, meeting.held_on + timedelta(days=1))
    return MinutesFacts(
        present=_who(members, Status.PRESENT),
        deputies=_who(members, Status.DEPUTY),
        in_attendance=_who([row for row in rows if _is_beside(row)], Status.PRESENT, Status.DEPUTY),
        apologies=_who(rows, Status.APOLOGIES),
        absent=_who(members, Status.ABSENT),
        unknown=_who(members, Status.UNKNOWN),
        guests=_who(rows, Status.GUEST),
        agenda=tuple(_item_words(item) for item in agenda_of(meeting)),
        decisions=tuple(f"{one.number}: {one.text}" for one in open_decisions_of(meeting)),
        raised=tuple(map(action_words, by_kind[LinkKind.RAISED])),
        carried=tuple(map(action_words, [*by_kind[LinkKind.CARRIED], *still_open])),
        closed=tuple(map(action_words, by_kind[LinkKind.CLOSED])),
        last_year=last_year(meeting),
        following=f"{following.held_on:%-d %B %Y}" if following else "",
    )


def _item_words(item: AgendaItem) -> str:
    return f"{item.order}. {'Restricted item' if item.is_restricted else item.title}"


def _is_beside(row: Attendance) -> bool:
    return row.seat is not None and row.seat.capacity in NOT_DECIDING


def _who(rows: list[Attendance], *statuses: Status) -> tuple[str, ...]:
    return tuple(attendee_words(row) for row in rows if row.status in statuses)


def attendee_words(row: Attendance) -> str:
    """Ann Ashe, Director (Council); for a deputy, whom they came for."""
    name = row.person.name if row.person else row.person_as_written
    role = row.seat.title if row.seat else row.post_as_written
    body = row.organisation.name if row.organisation else row.organisation_as_written
    words = ", ".join(filter(None, (name, role))) or body
    words = f"{words} ({body})" if body and body != words else words
    return f"{words} for {row.deputy_for.name}" if row.deputy_for else words


def action_words(action: Action) -> str:
    leads = [str(p.post or p.organisation or p.person) for p in action.parties.all() if p.kind == PartyKind.LEAD]
    owner = "; ".join(leads) or action.owner_as_written or "no owner"
    due = f"{action.due_on:%-d %B %Y}" if action.due_on else action.due_as_written or "no date"
    return f"{action.number + ': ' if action.number else ''}{action.what} (owner: {owner}; due: {due})"


def last_year(meeting: Meeting) -> GridFacts | None:
    """The board's attendance by agency over the twelve months up to and with this meeting."""
    end = meeting.held_on + timedelta(days=1)
    try:
        start = end.replace(year=end.year - 1)
    except ValueError:  # 29 February
        start = end.replace(year=end.year - 1, day=28)
    period = Period(start, end)
    history = attendance_history(meeting.board, meeting.held_on, period=period)
    if not history.meetings:
        return None
    heads = tuple(f"{m.held_on:%b %Y}" if m.is_month_only else f"{m.held_on:%-d %b %Y}" for m in history.meetings)
    rows = tuple(
        (
            history.names[line.key],
            *(LETTERS[mark] for mark in line.marks),
            "" if line.tally.percent is None else f"{line.tally.percent}%",
        )
        for line in history.lines(period)
    )
    return GridFacts(("Agency", *heads, "Attended"), rows, KEY)
