"""A practice review is complete or published, and parts of its template are empty.

Why it matters: Silence about the voice of the child, or about equality, cannot be told from its having been forgotten.
Authority: No law prescribes the form of a review; the template is Sightline's convention.
How it closes: Each part is filled, or it is said why it does not apply.
Example: Review LCSPR 2025-02 is complete, and 2 parts are empty: Method and The family’s voice.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_review, listed
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.RECORD
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        empty = review.practice.empty_parts if review.practice else ()
        if review.ended_on(facts.on) and empty:
            parts = "1 part of its template is" if len(empty) == 1 else f"{len(empty)} parts of its template are"
            yield about_review(
                review,
                f"Review {review.reference} has ended, and {parts} empty: {listed(empty)}.",
                tuple(Shown(heading) for heading in empty),
            )
