"""A priority has been in force for more than three months, has objectives, and no action serves any of them.

Why it matters: Objectives that nobody acts on are words. The chain from promise to impact breaks at its first link.
Authority: Yearly reports must say where there was little or no progress on priorities (Working Together 2018).
    Three months is Sightline's convention.
How it closes: An action is raised for one of its objectives, or one that is under way is tied to it.
Example: The priority Neglect began on 1 April; no action serves any of its 3 objectives.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import QUARTER, about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.in_force(facts.on):
        began, number = priority.started_on, len(priority.objectives)
        served = any(objective.actions for objective in priority.objectives)
        if number and not served and began and (facts.on - began).days > QUARTER:
            its = "its objective" if number == 1 else f"any of its {number} objectives"
            summary = f"The priority {priority.title} began on {day(began)}; no action serves {its}."
            yield about_priority(priority, summary)
