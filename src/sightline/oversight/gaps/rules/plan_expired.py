"""A plan has expired and no next one is on record.

Why it matters: From that day the partnership works without the plan, whether it knows it or not.
Authority: The day that the plan itself names.
How it closes: The next version of the plan is submitted, or its last day is corrected.
Example: The neglect strategy ran until 1 April and nothing follows it.
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
        if plan.state == "expired" and plan.expires_on:
            yield about_plan(plan, f"{plan.named} ran until {day(plan.expires_on)} and nothing follows it.")
