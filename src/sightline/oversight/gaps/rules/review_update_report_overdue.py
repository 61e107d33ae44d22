"""The report on what came of a review is past the day that was set for it.

Why it matters: Publication is not the end: whether anything changed for children is said in the report that follows.
Authority: The day that the partnership set itself.
How it closes: The report is recorded, or a later day is agreed.
Example: The update report of review LCSPR 2025-02 was due on 1 May 2026, 20 days ago.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_review, days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        due = review.practice.update_due_on if review.practice else None
        if due and due < facts.on:
            yield about_review(
                review,
                f"The update report of review {review.reference} was due on {day(due)}, {days((facts.on - due).days)} ago.",
            )
