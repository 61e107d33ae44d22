"""A board's terms of reference are past the date on which they were to be reviewed.

Why it matters: Membership, law and duties change; old terms bind a board to seats and bodies that may no longer
    exist.
Authority: The review date in the terms themselves.
How it closes: New terms are approved, or the review is recorded with a new date.
Example: The terms of the Board were to be reviewed by 1 April 2025.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_terms, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.terms"


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        terms = board.terms
        if terms and terms.review_on and terms.review_on < facts.on:
            days = (facts.on - terms.review_on).days
            summary = f"The terms of reference of {board.name} were to be reviewed by {day(terms.review_on)}, {days} days ago."
            yield about_terms(board, terms, summary)
