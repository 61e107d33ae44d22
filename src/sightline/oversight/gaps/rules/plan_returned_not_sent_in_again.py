"""A plan was returned by its reviewer and was not sent in again by the day that was named; where none was named, within
30 working days.

Why it matters: What was found wanting is then still what people work by.
Authority: The day that the reviewer named. 30 working days without one is Sightline's convention.
How it closes: The next version of the plan is submitted.
Example: The neglect strategy was returned on 1 April and was to be sent in again by 1 May.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import add_working_days

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_plan, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.plan"
DAYS = 30


def find(facts: Facts) -> Iterator[Found]:
    for plan in facts.promises.plans:
        if plan.state != "returned" or not plan.returned_on:
            continue
        due = plan.resubmit_by or add_working_days(plan.returned_on, DAYS)
        if due < facts.on:
            ago = working_days(plan.returned_on, facts.on)
            named = (
                f"It was to be sent in again by {day(due)}."
                if plan.resubmit_by
                else "No day was named to send it in again."
            )
            yield about_plan(plan, f"{plan.named} was returned on {day(plan.returned_on)}, {ago} ago. {named}")
