"""Nobody chairs a board: no chair or co-chair seat is filled, while the board has seats on record.

Why it matters: A board without a chair has nobody who calls it, leads it and answers for it.
Authority: Good governance of the published arrangements.
How it closes: A person is seated as chair or co-chair.
Example: The chair of the Adolescent Subgroup left in March and nobody has followed.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import about_board, day
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.board"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        chairs = [s for s in board.seats if s.capacity in ("chair", "co_chair")]
        if not board.is_external and board.seats and all(s.is_vacant for s in chairs):
            since = max((s.vacant_since for s in chairs if s.vacant_since), default=None)
            ending = f" since {day(since)}" if since else ""
            summary = f"Nobody chairs {board.name}{ending}." if chairs else f"{board.name} has no seat for a chair."
            shown = tuple(Shown(s.title, Reference("governance.seat", s.id)) for s in chairs)
            yield about_board(board, summary, shown)
