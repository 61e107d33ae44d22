"""An open action has no date by which it is to be done.

Why it matters: Without a date nothing is ever late, and nothing is chased.
Authority: Good record keeping.
How it closes: A date is set.
Example: Review the website: no date was set.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_action
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "actions.action"


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        if action.is_open and not action.due_on:
            written = f" The paper says: {action.due_as_written}." if action.due_as_written else ""
            yield about_action(action, f"This action has no date to be done by.{written}")
