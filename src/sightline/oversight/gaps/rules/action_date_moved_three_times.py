"""The date of an open action has been moved three times or more.

Why it matters: A date that moves each time it comes near is no date.
Authority: Good record keeping. Three times is Sightline's convention.
How it closes: The action is done, or withdrawn with a reason.
Example: The date of this action was moved 3 times; it is due on 3 June now.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_action, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "actions.action"
TIMES = 3


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        if action.is_open and action.times_moved >= TIMES:
            now = f"; it is due on {day(action.due_on)} now" if action.due_on else ""
            yield about_action(action, f"The date of this action was moved {action.times_moved} times{now}.")
