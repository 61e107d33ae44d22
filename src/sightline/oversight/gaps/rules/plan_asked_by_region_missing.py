"""A plan that the region asks of its partnerships is not on record, and nobody has said that it does not apply.

Why it matters: The region lays plans side by side; a missing one is a blank for everyone.
Authority: The region's format of the plan. Nothing is said while the register of plans is empty.
How it closes: The plan is submitted, or the partnership says why it does not apply to it.
Example: Winter plan: none is on record.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_format
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.format"
ASKING = {"region": "The region asks for it."}


def find(facts: Facts) -> Iterator[Found]:
    if not facts.promises.has_plans:
        return
    for plan in facts.promises.plans:
        if plan.state == "missing" and plan.obligation in ASKING:
            summary = f"{plan.title}: none is on record. {ASKING[plan.obligation]}"
            yield about_format(plan, summary)
