"""The date of a planned meeting has passed and the record does not say whether it was held.

Why it matters: A meeting that silently did not happen is the first sign of a board that is fading.
Authority: Good record keeping.
How it closes: The meeting is marked as held or cancelled, with the reason.
Example: The meeting planned for 3 June is still marked as planned.
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
        for meeting in board.meetings:
            if meeting.state == "planned" and meeting.held_on < facts.on:
                summary = f"{board.name} was to meet on {day(meeting.held_on)}; the record does not say whether it did."
                yield about_meeting(board, meeting, summary)
