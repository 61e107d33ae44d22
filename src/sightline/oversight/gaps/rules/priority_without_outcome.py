"""A priority in force does not say what will be different for children.

Why it matters: Without an outcome nobody can tell later whether the priority made a difference.
Authority: Yearly reports must show impact on children and families (Working Together 2026, as its published
    summaries report it). That each priority says its outcome is Sightline's convention.
How it closes: The outcome for children is written on the priority.
Example: The priority Neglect does not say what will be different for children.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.in_force(facts.on):
        if not priority.outcome.strip():
            yield about_priority(
                priority, f"The priority {priority.title} does not say what will be different for children."
            )
