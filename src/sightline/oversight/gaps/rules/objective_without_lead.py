"""An objective that is under way is led by no agency and no board.

Why it matters: What is everyone's is nobody's.
Authority: Good record keeping.
How it closes: The agency or board that leads the objective is named.
Example: Neither an agency nor a board leads this objective.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_objective
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "plan.objective"


def find(facts: Facts) -> Iterator[Found]:
    for priority, objective in facts.promises.open_objectives(facts.on):
        if not objective.has_lead:
            yield about_objective(priority, objective, "Neither an agency nor a board leads this objective.")
