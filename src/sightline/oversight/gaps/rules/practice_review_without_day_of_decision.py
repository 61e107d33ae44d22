"""A practice review does not say on which day it was decided to do it.

Why it matters: Its six months run from that day; without it nobody can say whether it is in time.
Authority: Good record keeping. Sightline's convention.
How it closes: The day of the decision is recorded, or the review is published.
Example: Review LCSPR 2025-02 has no day of decision, so its six months cannot be counted.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_review
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        if review.practice and review.practice.cannot_be_counted:
            yield about_review(
                review, f"Review {review.reference} has no day of decision, so its six months cannot be counted."
            )
