"""An agency has sent only deputies to a board for three or more meetings in a row.

Why it matters: A deputy may hear and report but often cannot decide; a seat filled by deputies is half filled.
Authority: The board's own terms of reference where they ask for a level of seniority. Three in a row is Sightline's
    convention.
How it closes: The member attends, or the seat passes to the person who comes.
Example: The trust's seat was filled by a deputy at the last four meetings.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_seat, shown_meeting
from ..domain.facts import BoardFacts, Facts, MeetingFacts, SeatFacts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.seat"
IN_A_ROW = 3


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for seat in board.seats:
            run = _deputies_in_a_row(board, seat, facts)
            if len(run) >= IN_A_ROW:
                shown = tuple(shown_meeting("Deputy on", m) for m in run)
                summary = f"A deputy filled the seat {seat.title} at the last {len(run)} meetings of {board.name} that it attended."
                yield about_seat(board, seat, summary, shown)


def _deputies_in_a_row(board: BoardFacts, seat: SeatFacts, facts: Facts) -> list[MeetingFacts]:
    run: list[MeetingFacts] = []
    for meeting in reversed(board.held(facts.on)):
        statuses = {m.status for m in meeting.marks if m.seat_id == seat.id}
        if "present" in statuses:
            break
        if "deputy" in statuses:
            run.append(meeting)
    return run
