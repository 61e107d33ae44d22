"""An action was closed as done in the last year and no evidence bears on it.

Why it matters: A promise that was ticked off cannot be shown to have been kept.
Authority: Yearly reports must say what was done as a result of the arrangements and how effective it was (Working
    Together). That each closed action has evidence is Sightline's convention.
How it closes: Evidence is added to the action.
Example: Closed on 3 June; no evidence shows what was done.
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
        bare = action.reach_at_closing == "none" and not action.reach
        if action.status == "done" and action.closed_on and bare:
            yield about_action(
                action, f"This action was closed on {day(action.closed_on)}; no evidence shows what was done."
            )
