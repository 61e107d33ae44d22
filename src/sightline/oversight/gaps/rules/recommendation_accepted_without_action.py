"""A recommendation was accepted more than a month ago and no action answers it.

Why it matters: A recommendation that is accepted and not acted on comes back in the next review.
Authority: Yearly reports must show decisions and actions on the recommendations of reviews (Working Together). A
    month is Sightline's convention.
How it closes: An action is raised or linked that answers it.
Example: Accepted on 3 June; no action answers it.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_recommendation, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "recommendations.recommendation"
MONTH = timedelta(days=31)


def find(facts: Facts) -> Iterator[Found]:
    for recommendation in facts.recommendations:
        said = recommendation.answered_on
        accepted = recommendation.is_waiting and recommendation.answer in ("accepted", "part_accepted")
        if accepted and not recommendation.actions and said and facts.on - said > MONTH:
            summary = f"This recommendation was accepted on {day(said)} and no action answers it."
            yield about_recommendation(recommendation, summary)
