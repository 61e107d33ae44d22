"""A board's terms of reference do not say when a meeting is quorate.

Why it matters: Decisions of a meeting that could not be shown to be quorate can be questioned afterwards.
Authority: Good governance. No statute sets a quorum for partnership boards.
How it closes: The quorum is added, in a new version of the terms.
Example: The terms of the Learning Subgroup name members and no quorum.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_terms
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "governance.terms"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        terms = board.terms
        if terms and not (terms.quorum_minimum or terms.quorum_parts or terms.quorum_as_written):
            summary = f"The terms of reference of {board.name} do not say when a meeting is quorate."
            yield about_terms(board, terms, summary)
