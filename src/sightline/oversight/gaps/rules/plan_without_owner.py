"""A plan is owned by no post and no board.

Why it matters: Nobody reviews a plan that nobody owns.
Authority: Good record keeping.
How it closes: The post or board that owns the plan is named on it.
Example: The neglect strategy is owned by no post and no board.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_plan
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "plan.plan"


def find(facts: Facts) -> Iterator[Found]:
    for plan in facts.promises.plans:
        if plan.plan_id and not plan.has_owner:
            yield about_plan(plan, f"{plan.named} is owned by no post and no board.")
