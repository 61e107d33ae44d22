"""A review is published, and none of its findings is in the record.

Why it matters: Findings that are not in the record cannot be compared, tied to themes or made into briefings.
Authority: Good record keeping. Sightline's convention.
How it closes: Its findings are entered.
Example: Review LCSPR 2025-02 was published on 2 June 2026 and has no findings on record.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_review
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        if review.published_on and review.expected_to_find and not review.findings:
            yield about_review(
                review,
                f"Review {review.reference} was published on {day(review.published_on)} and has no findings on record.",
            )
