"""An action was closed as done in the last year, and its evidence shows only that something was done, not what came of
it.

Why it matters: Forty people at a briefing is a start. Whether they work differently is what the action was for.
Authority: Yearly reports must show impact on children and families (Working Together 2026, as its published
    summaries report it). The four grades of evidence are Sightline's.
How it closes: Evidence is added of what exists now that did not, of changed practice or of an outcome for children.
Example: Closed on 3 June with evidence of activity only.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_action, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "actions.action"


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        if action.status == "done" and action.closed_on and action.reach == "activity":
            closed = day(action.closed_on)
            yield about_action(
                action, f"This action was closed on {closed}; its evidence shows activity only, not what came of it."
            )
