"""A recommendation does not say to whom it is made.

Why it matters: A recommendation to nobody is answered by nobody.
Authority: Good record keeping; independent scrutiny expects each recommendation to have an owner.
How it closes: The bodies it is for are named.
Example: Recommendation 6 names nobody.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_recommendation
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "recommendations.recommendation"


def find(facts: Facts) -> Iterator[Found]:
    for recommendation in facts.recommendations:
        if not recommendation.addressee:
            yield about_recommendation(recommendation, "It is not on record to whom this recommendation is made.")
