"""For more than half of those marked at a meeting, the record does not say whether they came.

Why it matters: Attendance that is not known cannot be reported, and hides absence as well as presence.
Authority: Good record keeping; more than half is Sightline's convention, not a rule of law.
How it closes: The marks are completed from the minutes or by asking the chair.
Example: For 7 of 11 seats, attendance on 3 June is not known.
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
            unknown = sum(m.status == "unknown" for m in meeting.marks)
            if unknown * 2 > len(meeting.marks):
                summary = f"For {unknown} of {len(meeting.marks)} at {board.name} on {day(meeting.held_on)}, attendance is not known."
                yield about_meeting(board, meeting, summary)
