"""A plan that is in use is past the day of its review.

Why it matters: A plan past its review may no longer fit the area, the law or what is known.
Authority: The review date of the plan, or the interval of its format counted from its adoption.
How it closes: The next version of the plan is submitted, or its review date is corrected.
Example: The neglect strategy was to be reviewed by 1 April.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_plan
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.plan"


def find(facts: Facts) -> Iterator[Found]:
    for plan in facts.promises.plans:
        if plan.state == "stale" and plan.review_on:
            yield about_plan(plan, f"{plan.named} was to be reviewed by {day(plan.review_on)}.")
