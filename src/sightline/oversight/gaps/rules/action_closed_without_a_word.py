"""An action was closed and nothing says what was done.

Why it matters: A closed action without a word cannot show a scrutineer or an inspector what changed.
Authority: Good record keeping; yearly reports must say what was done as a result of the arrangements (Working
    Together).
How it closes: What was done is added to the action.
Example: Closed on 3 June without a note.
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
        silent = not action.closing_note.strip() and not action.last_progress_on
        if action.status == "done" and action.closed_on and silent:
            yield about_action(
                action, f"This action was closed on {day(action.closed_on)}; nothing says what was done."
            )
