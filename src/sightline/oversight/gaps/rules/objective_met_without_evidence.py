"""An objective was said to be met in the last year and no evidence bears on it or on an action that serves it.

Why it matters: That it was met is then a word without anything behind it, and the yearly report cannot show it.
Authority: Yearly reports must show impact on children and families (Working Together 2026, as its published
    summaries report it).
How it closes: Evidence is added to the objective or to an action that serves it.
Example: This objective was said to be met on 1 April; no evidence shows it.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import YEAR, about_objective
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.objective"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.priorities:
        for objective in priority.objectives:
            met = objective.ended_on if objective.state in ("met", "part_met") else None
            if met and (facts.on - met).days <= YEAR and not objective.has_evidence:
                summary = f"This objective was said to be met on {day(met)}; no evidence shows it."
                yield about_objective(priority, objective, summary)
