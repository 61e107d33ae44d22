"""A meeting was held more than six weeks ago and there are no minutes.

Why it matters: Without minutes nothing can be shown to have been decided or promised.
Authority: Good record keeping; six weeks is Sightline's convention, not a rule of law.
How it closes: Minutes are written, or brought in as a paper and confirmed.
Example: The Board met on 3 June; no minutes are on record.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_meeting, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "meetings.meeting"
SIX_WEEKS = timedelta(weeks=6)


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for meeting in board.held(facts.on):
            if not meeting.minutes_state and not board.is_external and facts.on - meeting.held_on > SIX_WEEKS:
                summary = f"There are no minutes of {board.name} of {day(meeting.held_on)}."
                yield about_meeting(board, meeting, summary)
