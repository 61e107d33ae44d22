"""The last action that answers a recommendation was closed more than six months ago, and nothing shows what came of it.

Why it matters: Recommendations are carried out so that something changes. Nobody has shown that it did.
Authority: Yearly reports must show resulting improvements (Working Together 2018). Six months is Sightline's
    convention.
How it closes: Evidence of a change in practice or of an outcome for children is added to the recommendation or to
    an action that answers it.
Example: All 2 actions are closed, the last on 3 March; nothing shows what changed.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_recommendation, day
from ..domain.about_promises import HALF_YEAR
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "recommendations.recommendation"


def find(facts: Facts) -> Iterator[Found]:
    for recommendation in facts.recommendations:
        last = recommendation.last_closed_on
        finished = recommendation.actions and not recommendation.open_actions and recommendation.is_waiting
        if finished and last and (facts.on - last).days > HALF_YEAR and not recommendation.has_impact:
            summary = f"What answers this recommendation was finished on {day(last)}; nothing shows what changed."
            yield about_recommendation(recommendation, summary)
