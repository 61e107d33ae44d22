"""People are recorded at a meeting without a post or without an organisation.

Why it matters: A name alone does not show which agency was there, or whether someone senior enough came.
Authority: Good record keeping; a rapid review of London's arrangements in 2021 could not establish who attends for
    the lack of it.
How it closes: Each person is matched to a post or seat and an organisation.
Example: Of 12 people on 3 June, 5 have no organisation.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_meeting, day
from ..domain.facts import BoardFacts, Facts, MeetingFacts
from ..domain.found import Found, Shown

SEVERITY = Severity.RECORD
SUBJECT = "meetings.meeting"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for meeting in board.held(facts.on):
            bare = [m for m in meeting.marks if m.person and not (m.has_post and m.has_organisation)]
            if bare:
                yield _found(board, meeting, [m.person for m in bare])


def _found(board: BoardFacts, meeting: MeetingFacts, names: list[str]) -> Found:
    people = "person has" if len(names) == 1 else "people have"
    summary = f"At {board.name} on {day(meeting.held_on)}, {len(names)} {people} no post or no organisation on record."
    shown = tuple(Shown(name) for name in names)
    return about_meeting(board, meeting, summary, shown)
