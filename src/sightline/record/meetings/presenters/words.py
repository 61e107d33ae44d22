"""Small words and addresses that several pages share."""

from datetime import date, time

from django.urls import reverse

from sightline.foundation.design.marks import Mark as Sign

from ..domain import MEETING_STATE_LABELS, MeetingState
from ..domain.attendance import Mark
from ..models import Meeting

# Tone, words and letter of each mark: never by colour alone.
SIGNS = {
    Mark.PRESENT: ("yes", "Present", "P"),
    Mark.DEPUTY: ("part", "Deputy attended", "D"),
    Mark.APOLOGIES: ("excused", "Apologies", "A"),
    Mark.ABSENT: ("no", "Absent", "X"),
    Mark.UNKNOWN: ("unknown", "Not known", "?"),
    Mark.NOT_DUE: ("aside", "No seat and no record", "·"),
}
STATE_COLOURS = {MeetingState.PLANNED: "blue", MeetingState.HELD: "green", MeetingState.CANCELLED: "grey"}


def sign(mark: Mark, href: str = "", said: str = "") -> Sign:
    tone, words, letter = SIGNS[mark]
    return Sign(tone, words, sign=letter, href=href, said=said)


def day(held_on: date, is_month_only: bool = False) -> str:
    return f"{held_on:%B %Y}" if is_month_only else f"{held_on.day} {held_on:%B %Y}"


def short_day(held_on: date, is_month_only: bool = False) -> str:
    return f"{held_on:%b %Y}" if is_month_only else f"{held_on.day} {held_on:%b %Y}"


def meeting_title(meeting: Meeting) -> str:
    return f"{meeting.title or meeting.board}, {day(meeting.held_on, meeting.is_month_only)}"


def meeting_href(slug: str, pk: int, page: str = "meeting") -> str:
    return reverse(f"meetings:{page}", kwargs={"partnership": slug, "meeting": pk})


def state_words(meeting: Meeting, today: date) -> tuple[str, str]:
    """(words, colour): a planned day that has passed waits to be recorded."""
    state = MeetingState(meeting.state)
    if state is MeetingState.PLANNED and meeting.held_on < today:
        return "Not recorded yet", "red"
    return MEETING_STATE_LABELS[state], STATE_COLOURS[state]


def clock(meeting: Meeting) -> str:
    if meeting.starts_at is None:
        return ""
    start = _time(meeting.starts_at)
    return f"{start} to {_time(meeting.ends_at)}" if meeting.ends_at else start


def _time(at: time) -> str:
    """9:30am, 2pm, midday."""
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    minutes = f":{at:%M}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"
