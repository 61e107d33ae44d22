"""The only owner of an open action is a person who has left all their posts.

Why it matters: Actions owned by people are lost when people leave; posts and agencies stay.
Authority: Good record keeping.
How it closes: The action passes to a post or an agency.
Example: The owner left on 1 March; the action is open.
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
        if action.is_open and action.owner_left_on:
            yield about_action(action, f"{action.owner}, who owns this action, left on {day(action.owner_left_on)}.")
