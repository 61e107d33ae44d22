"""A plan was submitted more than three months ago and nobody but its authors has judged its quality.

Why it matters: A second pair of eyes finds what its authors cannot see.
Authority: Sightline's convention.
How it closes: Someone else of the partnership, or the region, reviews the plan.
Example: The neglect strategy was submitted on 1 April; nobody has reviewed its quality.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import QUARTER, about_plan
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "plan.plan"


def find(facts: Facts) -> Iterator[Found]:
    for plan in facts.promises.plans:
        since = plan.submitted_on
        if plan.state == "under_review" and since and (facts.on - since).days > QUARTER:
            yield about_plan(plan, f"{plan.named} was submitted on {day(since)}; nobody has reviewed its quality.")
