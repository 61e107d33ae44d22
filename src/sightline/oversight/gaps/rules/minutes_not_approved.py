"""Minutes are still a draft although the board has met again since.

Why it matters: Draft minutes can be disputed; a board approves them at its next meeting so that they stand.
Authority: Good governance; minutes are agreed at the following meeting.
How it closes: The minutes are approved.
Example: The minutes of 3 June are a draft; the Board met again on 9 September.
"""

from collections.abc import Iterator
from itertools import pairwise

from ..domain import Severity
from ..domain.about import about_meeting, day, shown_meeting
from ..domain.facts import BoardFacts, Facts, MeetingFacts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "meetings.meeting"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        held = board.held(facts.on)
        for meeting, following in pairwise(held):
            if meeting.minutes_state == "draft":
                yield _found(board, meeting, following)


def _found(board: BoardFacts, meeting: MeetingFacts, following: MeetingFacts) -> Found:
    summary = (
        f"The minutes of {board.name} of {day(meeting.held_on)} are a draft; it met again on {day(following.held_on)}."
    )
    shown = (shown_meeting("Met again on", following),)
    return about_meeting(board, meeting, summary, shown)
