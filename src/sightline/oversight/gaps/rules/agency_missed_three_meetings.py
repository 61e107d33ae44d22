"""An agency with a seat, other than a safeguarding partner, missed three or more meetings of a board in a row.

Why it matters: An agency that does not come does not hear what is asked of it, and the board does not hear what it
    sees.
Authority: The board's own terms of reference, and the duty of relevant agencies to act in accordance with the
    arrangements (Children Act 2004 section 16G). Three in a row is Sightline's convention.
How it closes: The agency attends or sends a deputy, attendance that is missing is recorded, or its seat is ended.
Example: The Probation Service missed the last four meetings of the City Board.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import shown_meeting
from ..domain.facts import BoardFacts, Facts, MeetingFacts
from ..domain.found import Found
from ..domain.presence import agencies, missed_in_a_row

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.seat"
IN_A_ROW = 3


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for organisation_id, (name, is_partner) in agencies(board).items():
            run = missed_in_a_row(board, organisation_id, facts.on)
            if is_partner is False and len(run) >= IN_A_ROW:
                yield _found(board, organisation_id, name, run)


def _found(board: BoardFacts, organisation_id: int, name: str, run: tuple[MeetingFacts, ...]) -> Found:
    seat = next(s for s in board.seats if s.organisation_id == organisation_id)
    shown = tuple(shown_meeting("Missed", m) for m in run)
    summary = f"{name} missed the last {len(run)} meetings of {board.name} for which attendance is known."
    return Found(Reference(SUBJECT, seat.id), f"{name}, {board.name}", summary, shown, board.id)
