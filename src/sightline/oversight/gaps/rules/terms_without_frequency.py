"""A board's terms of reference do not say how often it meets.

Why it matters: Nobody can tell whether a board meets often enough when nothing says how often that is.
Authority: Good governance. No statute sets how often partnership boards meet.
How it closes: The number of meetings a year is added, in a new version of the terms.
Example: The terms of the Training Network say that it meets as needed.
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
        if board.terms and not board.terms.meetings_per_year:
            summary = f"The terms of reference of {board.name} do not say how often it meets."
            yield about_terms(board, board.terms, summary)
