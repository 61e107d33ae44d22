"""A deputy attended although the terms of reference do not allow deputies.

Why it matters: Where the terms ask for the member in person, a deputy's word does not count.
Authority: The board's own terms of reference in force.
How it closes: The terms are changed to allow deputies, or the finding is set aside with the chair's reason.
Example: A deputy sat for the police on 3 June; the terms allow none.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_meeting, day
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.OWN_RULES
SUBJECT = "meetings.meeting"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        if board.terms and board.terms.deputies_allowed is False:
            since = board.terms.started_on or facts.on.replace(year=1)
            for meeting in board.held(facts.on):
                names = [m.person or "someone" for m in meeting.marks if m.status == "deputy"]
                if names and meeting.held_on >= since:
                    summary = (
                        f"Deputies sat at {board.name} on {day(meeting.held_on)}; its terms of reference allow none."
                    )
                    shown = tuple(Shown(name) for name in names)
                    yield about_meeting(board, meeting, summary, shown)
