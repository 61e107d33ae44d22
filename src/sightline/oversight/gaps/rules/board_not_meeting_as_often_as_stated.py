"""A board has met less often in the last twelve months than its terms of reference say.

Why it matters: A board that does not meet cannot hold anyone to account, and what it was to do waits.
Authority: The board's own terms of reference in force.
How it closes: Meetings are held as often as stated, or the terms are changed to what the board means to do.
Example: The terms say four meetings a year; two were held since 14 May.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_board, shown_meeting, shown_terms
from ..domain.facts import BoardFacts, Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.board"
YEAR = timedelta(days=365)
GRACE = timedelta(days=31)  # our convention: a meeting moved by less than a month is not a meeting missed


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        stated = board.terms.meetings_per_year if board.terms else None
        if stated and _existed_all_year(board, facts):
            yield from _judge(board, stated, facts)


def _existed_all_year(board: BoardFacts, facts: Facts) -> bool:
    """Enough to say: its meetings are in the record at all, and the board is at least a year old."""
    held = [m.held_on for m in board.held(facts.on)]
    return bool(held) and min(board.started_on or held[0], held[0]) <= facts.on - YEAR


def _judge(board: BoardFacts, stated: int, facts: Facts) -> Iterator[Found]:
    met = [m for m in board.held(facts.on) if m.held_on > facts.on - YEAR - GRACE]
    if len(met) < stated:
        times = "not at all" if not met else "once" if len(met) == 1 else f"{len(met)} times"
        shown = (shown_terms(board.terms), *(shown_meeting("Met on", m) for m in met))
        summary = f"{board.name} met {times} in the last year; its terms of reference say {stated}."
        yield about_board(board, summary, shown)
