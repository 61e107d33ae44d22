"""A recommendation has had no response for more than six weeks.

Why it matters: Accepting or refusing a recommendation, with the reason, is the least that those who made it are owed.
Authority: Yearly reports must show decisions and actions on the recommendations of reviews (Working Together). Six
    weeks is Sightline's convention.
How it closes: A response is recorded: accepted, accepted in part or not accepted, with the reason.
Example: Made on 1 April; no response is on record.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_recommendation, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "recommendations.recommendation"
SIX_WEEKS = timedelta(weeks=6)


def find(facts: Facts) -> Iterator[Found]:
    for recommendation in facts.recommendations:
        made = recommendation.made_on
        if not recommendation.answer and made and facts.on - made > SIX_WEEKS:
            yield about_recommendation(
                recommendation, f"This recommendation was made on {day(made)} and has no response."
            )
