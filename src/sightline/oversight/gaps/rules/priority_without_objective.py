"""A priority in force has no objective.

Why it matters: A priority without a step that can be seen to be met stays a heading.
Authority: Sightline's convention.
How it closes: An objective is set under the priority.
Example: The priority Neglect has no objective.
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
        if not priority.objectives:
            yield about_priority(priority, f"The priority {priority.title} has no objective.")
