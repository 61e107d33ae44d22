"""A priority in force is led by no board.

Why it matters: What no board leads is on no agenda, and nobody is asked how it is going.
Authority: Good record keeping. Delegated safeguarding partners deliver and monitor the priorities (as published
    arrangements describe their functions).
How it closes: The board that leads the priority is named on it.
Example: It is not on record which board leads the priority Neglect.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.in_force(facts.on):
        if not priority.has_board:
            yield about_priority(priority, f"It is not on record which board leads the priority {priority.title}.")
