"""An open action has had no progress note for more than three months.

Why it matters: Silence about a promise is not progress, and chairs find out only when they ask.
Authority: Good record keeping. Three months is Sightline's convention.
How it closes: A note says how it is going, or the action is closed.
Example: Nothing has been said of it since 2 February.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import about_action, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "actions.action"
THREE_MONTHS = timedelta(days=91)


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        last = action.last_progress_on or action.raised_on
        if action.is_open and last and facts.on - last > THREE_MONTHS:
            yield about_action(action, f"Nothing has been said of this action since {day(last)}.")
