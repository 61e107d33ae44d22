"""An open action has been carried forward at three or more meetings.

Why it matters: An action that is carried again and again is not being done, or should not have been asked.
Authority: Good governance. Three times is Sightline's convention.
How it closes: The action is done, changed into one that can be done, or withdrawn with a reason.
Example: Agree the dataset has been carried at four meetings.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_action
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "actions.action"
TIMES = 3


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        if action.is_open and action.times_carried >= TIMES:
            yield about_action(action, f"This action has been carried forward at {action.times_carried} meetings.")
