"""A meeting was held without members of each agency or sector that the terms of reference ask for.

Why it matters: A partnership decision is joint: without health or the police in the room it is one partner's.
Authority: The board's own terms of reference in force.
How it closes: Missing attendance is recorded, or a later quorate meeting confirms the decisions and the finding is
    set aside with that reason.
Example: No one from health came on 3 June; the terms ask for at least one.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_meeting, day, shown_terms
from ..domain.facts import BoardFacts, Facts, MeetingFacts, QuorumFacts
from ..domain.found import Found
from ..domain.presence import counted_for_quorum, is_attendance_known

SEVERITY = Severity.OWN_RULES
SUBJECT = "meetings.meeting"
YEAR = timedelta(days=365)


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        if board.terms and board.terms.quorum_parts:
            since = max(facts.on - YEAR, board.terms.started_on or facts.on - YEAR)
            for meeting in board.held(facts.on):
                lacking = _lacking(board, meeting) if meeting.held_on >= since and is_attendance_known(meeting) else []
                if lacking:
                    yield _found(board, meeting, lacking)


def _lacking(board: BoardFacts, meeting: MeetingFacts) -> list[str]:
    there = counted_for_quorum(board, meeting)
    return [
        f"{part.minimum} from {part.label}"
        for part in board.terms.quorum_parts
        if sum(_counts(mark.sector, mark.organisation_id, part) for mark in there) < part.minimum
    ]


def _counts(sector: str, organisation_id: int | None, part: QuorumFacts) -> bool:
    return organisation_id == part.organisation_id if part.organisation_id else sector == part.sector


def _found(board: BoardFacts, meeting: MeetingFacts, lacking: list[str]) -> Found:
    summary = f"{board.name} met on {day(meeting.held_on)} without {', '.join(lacking)}, as its terms of reference ask."
    shown = (shown_terms(board.terms),)
    return about_meeting(board, meeting, summary, shown)
