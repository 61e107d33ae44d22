"""A review has findings that no person has tied to a theme.

Why it matters: What is found again and again is seen only through themes, across reviews and across a region.
Authority: Recurrent themes are a reason for a national review (SI 2018/789, regulation 3). Tying each finding to a theme is
    Sightline's convention.
How it closes: A person confirms a theme for each finding, a proposed one or another.
Example: 2 of 5 findings of review LCSPR 2025-02 have no theme.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_review, of_those, shown_finding
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        without = [finding for finding in review.findings if not finding.has_theme]
        if without:
            said = of_those(len(without), len(review.findings), "finding")
            proposed = sum(finding.has_proposed_theme for finding in without)
            waiting = f" Sightline proposes a theme for {proposed}." if proposed else ""
            has = "has" if len(without) == 1 else "have"
            yield about_review(
                review,
                f"{said} of review {review.reference} {has} no confirmed theme.{waiting}",
                tuple(shown_finding(finding) for finding in without),
            )
