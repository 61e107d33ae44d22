"""A plan leaves out sections that its format asks for.

Why it matters: What a plan leaves out nobody is bound to.
Authority: The format of the plan: Sightline's or the region's own.
How it closes: The next version of the plan has the sections, or they are marked again as they are.
Example: The neglect strategy leaves out 2 sections that are asked for.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_plan
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.plan"


def find(facts: Facts) -> Iterator[Found]:
    for plan in facts.promises.plans:
        number = plan.left_out
        if plan.plan_id and number:
            sections = "a section that is" if number == 1 else f"{number} sections that are"
            yield about_plan(plan, f"{plan.named} leaves out {sections} asked for.")
