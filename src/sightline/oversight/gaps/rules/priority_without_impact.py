"""A priority has been in force for more than a year and nothing shows a change in practice or an outcome for children.

Why it matters: After a year the question is no longer what was done, but what came of it.
Authority: Yearly reports must show impact on children and families (Working Together 2026, as its published
    summaries report it). Of 18 yearly reports that were studied, 11 held no information on impact (What Works for
    Children's Social Care, 2020-21). A year is Sightline's convention.
How it closes: Evidence of a change in practice or of an outcome is added to the priority, one of its objectives or
    an action that serves it.
Example: The priority Neglect began on 1 April of last year; nothing shows what changed for children.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import YEAR, about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.in_force(facts.on):
        began = priority.started_on
        if began and (facts.on - began).days > YEAR and not priority.has_impact:
            summary = f"The priority {priority.title} began on {day(began)}; nothing shows a change in practice or for children."
            yield about_priority(priority, summary)
