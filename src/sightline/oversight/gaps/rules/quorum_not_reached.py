"""A meeting was held with fewer members than the quorum that the terms of reference set.

Why it matters: What an inquorate meeting decided may not stand until a quorate one confirms it.
Authority: The board's own terms of reference in force.
How it closes: Missing attendance is recorded, or a later quorate meeting confirms the decisions and the finding is
    set aside with that reason.
Example: Four members came on 3 June; the quorum is five.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_meeting, day, shown_terms
from ..domain.facts import BoardFacts, Facts, MeetingFacts
from ..domain.found import Found
from ..domain.presence import counted_for_quorum, is_attendance_known

SEVERITY = Severity.OWN_RULES
SUBJECT = "meetings.meeting"
YEAR = timedelta(days=365)


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        minimum = board.terms.quorum_minimum if board.terms else None
        if minimum:
            yield from (
                _found(board, m, minimum) for m in _judged(board, facts) if len(counted_for_quorum(board, m)) < minimum
            )


def _judged(board: BoardFacts, facts: Facts) -> list[MeetingFacts]:
    """Meetings of the last year, under the terms in force, whose attendance is known of everyone marked."""
    since = max(facts.on - YEAR, board.terms.started_on or facts.on - YEAR)
    return [m for m in board.held(facts.on) if m.held_on >= since and is_attendance_known(m)]


def _found(board: BoardFacts, meeting: MeetingFacts, minimum: int) -> Found:
    came = len(counted_for_quorum(board, meeting))
    summary = f"{board.name} met on {day(meeting.held_on)} with {came} counted for quorum; its terms of reference ask for {minimum}."
    shown = (shown_terms(board.terms),)
    return about_meeting(board, meeting, summary, shown)
