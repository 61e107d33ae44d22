"""A plan that law or statutory guidance asks for is not on record, and nobody has said that it does not apply.

Why it matters: Without the plan nobody can say how the duty behind it is met.
Authority: The law or guidance that the format of the plan names; the register says which, and where Sightline has
    not verified its exact words. Nothing is said while the register of plans is empty.
How it closes: The plan is submitted, or the partnership says why it does not apply to it.
Example: Threshold document: none is on record.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_format
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "plan.format"
ASKING = {"law": "Law asks for it.", "guidance": "Statutory guidance asks for it."}


def find(facts: Facts) -> Iterator[Found]:
    if not facts.promises.has_plans:
        return
    for plan in facts.promises.plans:
        if plan.state == "missing" and plan.obligation in ASKING:
            summary = f"{plan.title}: none is on record. {ASKING[plan.obligation]}"
            yield about_format(plan, summary)
