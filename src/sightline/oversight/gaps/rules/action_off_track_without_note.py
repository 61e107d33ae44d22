"""An open action is rated off track and nothing was said of it for more than a month.

Why it matters: Off track asks for a decision: more help, more time, or another way. Silence is none of them.
Authority: Good record keeping. A month is Sightline's convention.
How it closes: A note says what is being done about it, or the action is rated anew.
Example: Rated off track; the last word on it is of 2 February.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_action, day
from ..domain.about_promises import MONTH
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "actions.action"


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        last = action.last_progress_on or action.raised_on
        if action.is_open and action.rating == "off_track" and last and (facts.on - last).days > MONTH:
            yield about_action(action, f"This action is off track and nothing has been said of it since {day(last)}.")
