"""A seat that the board requires has been vacant for more than three months.

Why it matters: A vacant seat is an agency that is not in the room and does not know what was decided.
Authority: The board's own terms of reference. Three months is Sightline's convention.
How it closes: Someone is seated, or the seat is ended or made optional.
Example: The designated nurse's seat has been vacant since 1 March.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_seat, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.seat"
THREE_MONTHS = timedelta(days=91)


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for seat in board.seats:
            if seat.is_required and seat.vacant_since and facts.on - seat.vacant_since > THREE_MONTHS:
                agency = f" ({seat.organisation})" if seat.organisation else ""
                summary = (
                    f"The seat {seat.title}{agency} at {board.name} has been vacant since {day(seat.vacant_since)}."
                )
                yield about_seat(board, seat, summary)
