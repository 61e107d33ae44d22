"""An open action is past its date.

Why it matters: A promise past its date is a promise not kept until someone shows otherwise.
Authority: The date that the board set.
How it closes: The action is closed with what was done, or a new date is agreed.
Example: Brief team managers was due on 30 June, 41 days ago.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_action, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "actions.action"


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        if action.is_open and action.due_on and action.due_on < facts.on:
            days = (facts.on - action.due_on).days
            owner = f" Owner: {action.owner}." if action.owner else ""
            when = "yesterday" if days == 1 else f"{days} days ago"
            yield about_action(action, f"This action was due on {day(action.due_on)}, {when}.{owner}")
