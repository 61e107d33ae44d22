"""Minutes of a meeting are approved and the record holds neither a decision nor an action from it.

Why it matters: A meeting that decides nothing and asks nothing of anyone changes nothing for children.
Authority: Good governance.
How it closes: Decisions and actions are taken from the minutes, or the finding is set aside because there were none.
Example: The minutes of 3 June are approved; no decision or action is on record.
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
            if meeting.minutes_state in ("approved", "published") and not (meeting.decisions or meeting.actions_raised):
                summary = f"The record holds no decision and no action from {board.name} on {day(meeting.held_on)}."
                yield about_meeting(board, meeting, summary)
