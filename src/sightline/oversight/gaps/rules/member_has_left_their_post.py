"""Someone still holds a seat through a post that they have left.

Why it matters: Papers go to someone who no longer works there, and the agency is not represented.
Authority: Good record keeping.
How it closes: The membership is ended and the successor seated.
Example: The borough commander left on 1 March and still holds the police seat.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import about_seat, day
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.RECORD
SUBJECT = "governance.seat"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for seat in board.seats:
            gone = [p for p in seat.occupants if p.left_post_on]
            if gone:
                names = ", ".join(f"{p.name} (left on {day(p.left_post_on)})" for p in gone)
                summary = f"The seat {seat.title} at {board.name} is held by someone who has left their post: {names}."
                shown = tuple(Shown(p.name, Reference("directory.person", p.person_id)) for p in gone)
                yield about_seat(board, seat, summary, shown)
