"""What every page of one meeting shares: where it is, and the tabs to its other pages."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.domain import Viewer
from sightline.partnership.law.presenters.names import name_on

from ..domain import MeetingState
from ..models import Meeting
from ..policy import may_run
from .words import clock, meeting_href, meeting_title, state_words


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: int | None = None


@dataclass(frozen=True)
class MeetingFrame:
    id: int
    title: str
    board: str
    when: str
    venue: str
    state: str
    colour: str
    cancelled_because: str
    is_cancelled: bool
    is_planned: bool
    may_run: bool
    crumbs: tuple[dict[str, str], ...]
    tabs: tuple[Tab, ...]


def frame_of(meeting: Meeting, viewer: Viewer, today: date, current: str, as_at: date | None = None) -> MeetingFrame:
    slug = meeting.partnership.slug
    runs = bool(may_run(viewer, meeting)) and as_at in (None, today)
    state, colour = state_words(meeting, today)
    return MeetingFrame(
        id=meeting.pk,
        title=meeting_title(meeting),
        board=_board(meeting),
        when=clock(meeting),
        venue=meeting.venue,
        state=state,
        colour=colour,
        cancelled_because=meeting.cancelled_because,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        is_planned=meeting.state == MeetingState.PLANNED,
        may_run=runs,
        crumbs=({"text": "Meetings", "href": reverse("meetings:list", kwargs={"partnership": slug})},),
        tabs=_tabs(meeting, slug, runs, current),
    )


def _board(meeting: Meeting) -> str:
    """The board, with the name of the arrangements of that day where they were called otherwise."""
    of_its_day = name_on(meeting.partnership, meeting.held_on)
    return meeting.board.name if of_its_day == meeting.partnership.name else f"{meeting.board.name}, {of_its_day}"


def _tabs(meeting: Meeting, slug: str, runs: bool, current: str) -> tuple[Tab, ...]:
    pages = [("meeting", "The meeting"), ("minutes", "Minutes")]
    if runs and meeting.state != MeetingState.CANCELLED:
        pages = [("meeting", "The meeting"), ("agenda", "Agenda"), ("day", "On the day"), ("minutes", "Minutes")]
    return tuple(Tab(text, meeting_href(slug, meeting.pk, page), page == current) for page, text in pages)
