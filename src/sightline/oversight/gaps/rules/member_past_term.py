"""Someone has held a seat for longer than the term that the seat allows.

Why it matters: Terms exist so that chairs, lay members and scrutineers are renewed; an unnoticed overrun undoes that.
Authority: The board's own terms of reference in force.
How it closes: The membership is renewed with a new start, or ended.
Example: The lay member's term of 36 months ended on 1 June.
"""

from collections.abc import Iterator
from datetime import date

from sightline.kernel.periods import months_after
from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import about_seat, day
from ..domain.facts import BoardFacts, Facts, Occupant, SeatFacts
from ..domain.found import Found, Shown

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.seat"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        for seat in board.seats:
            for person in seat.occupants:
                if seat.term_months and person.started_on and not person.is_deputy:
                    ended = months_after(person.started_on, seat.term_months)
                    if ended <= facts.on:
                        yield _found(board, seat, person, ended)


def _found(board: BoardFacts, seat: SeatFacts, person: Occupant, ended: date) -> Found:
    term = f"term of {seat.term_months} months as {seat.title} at {board.name}"
    shown = (Shown(f"In the seat since {day(person.started_on)}", Reference("directory.person", person.person_id)),)
    return about_seat(board, seat, f"{person.name}'s {term} ended on {day(ended)}.", shown)
