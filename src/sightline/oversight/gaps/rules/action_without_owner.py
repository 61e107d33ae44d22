"""An open action has no owner.

Why it matters: What nobody owns nobody does.
Authority: Good record keeping; independent scrutiny has asked that minutes show who owns each action.
How it closes: A post or an agency is named as the lead.
Example: Check the procedures link: nobody is named.
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
        if action.is_open and not action.owner:
            written = f" The paper says: {action.owner_as_written}." if action.owner_as_written else ""
            yield about_action(action, f"Nobody in the record owns this action.{written}")
