"""A review was published more than three months ago, and no briefing has been issued that is made from its findings.

Why it matters: Practitioners seldom read reviews. What reaches them is the briefing.
Authority: Good practice; three months, and looking back two years, are Sightline's convention.
How it closes: A briefing made from its findings is issued, or this is set aside with the reason.
Example: Review LCSPR 2025-02 was published on 2 March 2026 and no briefing came of it.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import QUARTER, YEAR, about_review
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    """Silent where no finding is in the record: nothing could show what a briefing was made from."""
    for review in facts.learning.reviews:
        published = review.published_on
        if published and review.findings and not review.briefings and QUARTER < facts.on - published <= 2 * YEAR:
            yield about_review(
                review, f"Review {review.reference} was published on {day(published)} and no briefing came of it."
            )
