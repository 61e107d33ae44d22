"""A practice review was decided more than six weeks ago, and no reviewer who is independent of the agencies is on record.

Why it matters: Those who were involved cannot be the only ones who look.
Authority: Good practice. Six weeks, and asking for independence, are Sightline's convention.
How it closes: A reviewer is entered who is said to be independent, or this is set aside with the reason.
Example: Review LCSPR 2025-02 was decided on 2 March 2026 and has no reviewer on record.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_review
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.review"
SIX_WEEKS = timedelta(weeks=6)


def find(facts: Facts) -> Iterator[Found]:
    """Silent where nobody has said of a reviewer whether they are independent: that is not known, and not a no."""
    for review in facts.learning.reviews:
        practice = review.practice
        if practice is None or practice.decided_on is None or facts.on - practice.decided_on <= SIX_WEEKS:
            continue
        if not practice.independent_reviewers and not practice.reviewers_of_unknown_standing:
            what = "none of its reviewers is independent" if practice.reviewers else "it has no reviewer on record"
            yield about_review(
                review, f"Review {review.reference} was decided on {day(practice.decided_on)}, and {what}."
            )
