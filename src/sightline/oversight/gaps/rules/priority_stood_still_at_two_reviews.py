"""At the last two reviews of progress that said anything of a priority it had not moved, or had moved back.

Why it matters: Once is a pause. Twice is a question for those who lead the partnership.
Authority: Sightline's convention. Yearly reports must say where there was little or no progress on priorities
    (Working Together 2018).
How it closes: A later review finds that it moved forward, or the priority ends with a word on why.
Example: Neglect had not moved at the reviews of 1 April and 1 October.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.in_force(facts.on):
        if len(priority.standstill) >= 2:
            newer, older = priority.standstill[:2]
            summary = (
                f"The priority {priority.title} had not moved forward at the reviews of {day(older)} and {day(newer)}."
            )
            yield about_priority(priority, summary)
