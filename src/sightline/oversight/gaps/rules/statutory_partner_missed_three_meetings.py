"""A safeguarding partner missed three or more meetings of a board in a row.

Why it matters: The safeguarding partners have a joint and equal duty; a board that one of them does not attend cannot
    act for all.
Authority: Children Act 2004 section 16E (the duty to make arrangements together; section number from general
    knowledge, unverified). Three in a row is Sightline's convention.
How it closes: The agency attends or sends a deputy, attendance that is missing is recorded, or its seat is ended.
Example: The Metropolitan Police Service missed the last four meetings of the Hackney Board.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import shown_meeting
from ..domain.facts import BoardFacts, Facts, MeetingFacts
from ..domain.found import Found
from ..domain.presence import agencies, missed_in_a_row

SEVERITY = Severity.DUTY
SUBJECT = "governance.seat"
IN_A_ROW = 3


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for organisation_id, (name, is_partner) in agencies(board).items():
            run = missed_in_a_row(board, organisation_id, facts.on)
            if is_partner is True and len(run) >= IN_A_ROW:
                yield _found(board, organisation_id, name, run)


def _found(board: BoardFacts, organisation_id: int, name: str, run: tuple[MeetingFacts, ...]) -> Found:
    seat = next(s for s in board.seats if s.organisation_id == organisation_id)
    shown = tuple(shown_meeting("Missed", m) for m in run)
    summary = f"{name} missed the last {len(run)} meetings of {board.name} for which attendance is known."
    return Found(Reference(SUBJECT, seat.id), f"{name}, {board.name}", summary, shown, board.id)
