"""A practice review is past its six months, unpublished, and no reason has been sent.

Why it matters: Families and practitioners wait for it, and learning that waits is learning that is not used.
Authority: Publication within six months of the decision to review, as guidance to partnerships told it in 2020. Sightline
    could not check it against Working Together 2026.
How it closes: The review is published, or the letter with the reasons to the Panel and the Secretary of State is recorded.
Example: Review LCSPR 2025-02 was to be published by 30 June 2026; it is 41 days over.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_review, days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        if review.practice and review.practice.is_over and review.practice.due_on:
            yield about_review(
                review,
                f"Review {review.reference} was to be published by {day(review.practice.due_on)}, six months from the "
                f"decision. It is {days(review.practice.days_over)} over and no reason has been sent.",
            )
