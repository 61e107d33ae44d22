"""Questions about meetings. What a person sees starts at `visible_to(viewer)`."""

from .agendas import agenda_of, decisions_of
from .attendance import (
    By,
    History,
    MeetingHeading,
    agencies_across_boards,
    attendance_at,
    attendance_history,
    people_across_boards,
)
from .calendar import (
    boards_that_meet,
    held_dates,
    last_held,
    meeting_in,
    meetings_between,
    meetings_of,
    next_meeting,
    proposed_dates,
    visible_to,
)
from .papers import action_links_of, draft_of, latest_minutes, minutes_of, minutes_waiting, open_actions_of_board

__all__ = [
    "By",
    "History",
    "MeetingHeading",
    "action_links_of",
    "agencies_across_boards",
    "agenda_of",
    "attendance_at",
    "attendance_history",
    "boards_that_meet",
    "decisions_of",
    "draft_of",
    "held_dates",
    "last_held",
    "latest_minutes",
    "meeting_in",
    "meetings_between",
    "meetings_of",
    "minutes_of",
    "minutes_waiting",
    "next_meeting",
    "open_actions_of_board",
    "people_across_boards",
    "proposed_dates",
    "visible_to",
]
