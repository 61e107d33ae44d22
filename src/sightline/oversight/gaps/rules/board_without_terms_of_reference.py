"""A board has no approved terms of reference in force.

Why it matters: Without terms nobody can say what the board is for, who must be there, or when a meeting counts.
Authority: Good governance of the published arrangements. No statute sets the form of a board's terms.
How it closes: Terms of reference are approved in the record, or brought in as a paper and confirmed.
Example: The Exploitation Panel has met since 2024 and no terms of reference are on record.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_board
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.board"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        if not board.is_external and board.terms is None:
            drafted = f" A draft, version {board.draft.version}, waits for approval." if board.draft else ""
            summary = f"{board.name} has no approved terms of reference in force.{drafted}"
            yield about_board(board, summary)
