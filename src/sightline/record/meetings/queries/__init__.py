"""Questions about meetings. What a person sees starts at `visible_to(viewer)`."""

from .agendas import agenda_of, decisions_of, open_decisions_of
from .attendance import (
    Across,
    By,
    History,
    MeetingHeading,
    agencies_across_boards,
    attendance_at,
    attendance_history,
    names_of_rows,
    people_across_boards,
    words_said,
    years_with_meetings,
)
from .calendar import (
    boards_that_meet,
    held_dates,
    last_held,
    meeting_in,
    meetings_between,
    meetings_of,
    next_meeting,
    person_in,
    proposed_dates,
    visible_to,
)
from .papers import action_links_of, draft_of, latest_minutes, minutes_of, minutes_waiting, open_actions_of_board
from .summary import facts_of

__all__ = [
    "Across",
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
    "facts_of",
    "held_dates",
    "last_held",
    "latest_minutes",
    "meeting_in",
    "meetings_between",
    "meetings_of",
    "minutes_of",
    "minutes_waiting",
    "names_of_rows",
    "next_meeting",
    "open_actions_of_board",
    "open_decisions_of",
    "people_across_boards",
    "person_in",
    "proposed_dates",
    "visible_to",
    "words_said",
    "years_with_meetings",
]
