"""An objective that is under way does not say by what it will be seen to be met.

Why it matters: Without a measure everyone may think something else has been promised, and nobody can say that it
    was kept.
Authority: Sightline's convention.
How it closes: A measure is written on the objective.
Example: Nothing says by what this objective will be seen to be met.
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
        if not objective.measure.strip():
            yield about_objective(priority, objective, "Nothing says by what this objective will be seen to be met.")
