"""An objective is past its date and nobody has said how it ended.

Why it matters: A date that passes in silence teaches everyone that dates do not count.
Authority: The date that the partnership set itself.
How it closes: The objective is ended as met, met in part, not met or dropped, with what shows it; or its date is
    moved.
Example: This objective was to be met by 1 April; nobody has said whether it was.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_objective
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.objective"


def find(facts: Facts) -> Iterator[Found]:
    for priority, objective in facts.promises.open_objectives(facts.on):
        due = objective.due_on
        if due and due < facts.on:
            summary = f"This objective was to be met by {day(due)}; nobody has said whether it was."
            yield about_objective(priority, objective, summary)
