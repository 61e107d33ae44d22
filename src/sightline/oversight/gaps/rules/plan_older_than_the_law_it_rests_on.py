"""Law or guidance on which a plan rests was superseded after the plan was submitted.

Why it matters: A plan written on the older law can miss what the newer one asks.
Authority: The timeline of law and guidance in Sightline, with its sources, and the edition that the format of the
    plan names.
How it closes: A version of the plan is submitted that takes the newer law in.
Example: The arrangements were submitted before Working Together 2018 was superseded.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_plan
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "plan.plan"


def find(facts: Facts) -> Iterator[Found]:
    for plan in facts.promises.plans:
        sent, since = plan.submitted_on, plan.law_superseded_on
        if plan.plan_id and sent and since and sent < since <= facts.on:
            summary = f"{plan.named} was submitted on {day(sent)} and rests on {plan.law}, superseded on {day(since)}."
            yield about_plan(plan, summary)
