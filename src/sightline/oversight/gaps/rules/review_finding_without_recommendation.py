"""A review is complete, and findings of it are answered by none of its recommendations.

Why it matters: A finding that nothing follows from is a finding that changes nothing.
Authority: Reviews identify improvements to be made. That each finding has a recommendation, or a reason for having none, is
    Sightline's convention.
How it closes: A recommendation is tied to each finding, or this is set aside with the reason why none is needed.
Example: The review is complete, and 1 of 4 findings has no recommendation.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_review, of_those, shown_finding
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    """Silent where recommendations are on record that are tied to no finding: they may be the answer."""
    for review in facts.learning.reviews:
        without = [finding for finding in review.findings if not finding.has_recommendation]
        if review.ended_on(facts.on) and without and not review.loose:
            has = "has" if len(without) == 1 else "have"
            yield about_review(
                review,
                f"{of_those(len(without), len(review.findings), 'finding')} of review {review.reference} {has} no "
                "recommendation.",
                tuple(shown_finding(finding) for finding in without),
            )
