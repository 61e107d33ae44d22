"""A meeting was held and no attendance is recorded.

Why it matters: Who attends is the first thing a scrutineer asks; a meeting without it cannot be counted.
Authority: Good record keeping; independent scrutiny has asked for attendance in every set of minutes.
How it closes: Attendance is recorded, or the minutes are brought in and confirmed.
Example: The Board met on 3 June and nobody is marked.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_meeting, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "meetings.meeting"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for meeting in board.held(facts.on):
            if not meeting.marks and not board.is_external:
                summary = f"No attendance is recorded of {board.name} on {day(meeting.held_on)}."
                yield about_meeting(board, meeting, summary)
