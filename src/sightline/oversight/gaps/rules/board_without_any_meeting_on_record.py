"""A board that is more than a year old has no meeting in the record of the last two years.

Why it matters: Either it does not meet, or nobody can see that it does; both need someone's word.
Authority: Good record keeping. A year and two years are Sightline's convention.
How it closes: Its minutes are brought in or its meetings recorded, or the board is ended.
Example: The Training Network started in 2022 and no meeting of it is on record.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_board
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "governance.board"
YEAR = timedelta(days=365)


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        is_old = board.started_on is not None and board.started_on <= facts.on - YEAR
        if is_old and not board.is_external and not board.held(facts.on):
            yield about_board(board, f"The record holds no meeting of {board.name} in the last two years.")
