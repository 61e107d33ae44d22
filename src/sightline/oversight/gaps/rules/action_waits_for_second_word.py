"""An action was reported as done more than ten working days ago and nobody has confirmed it or sent it back.

Why it matters: Whoever did the work hears nothing, and the board cannot count it.
Authority: Sightline's convention: who says that an action is done is not who confirms it. Ten working days is
    Sightline's convention too.
How it closes: A second person confirms the action or sends it back, or a board closes it.
Example: It was reported as done on 1 April, 14 working days ago, and waits for a second word.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import about_action, day
from ..domain.about_promises import working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "actions.action"
DAYS = 10


def find(facts: Facts) -> Iterator[Found]:
    for action in facts.actions:
        said = action.reported_on
        if action.status == "reported" and said and working_days_between(said, facts.on) > DAYS:
            who = f" by {action.reported_by}" if action.reported_by else ""
            ago = working_days(said, facts.on)
            summary = f"This action was reported as done{who} on {day(said)}, {ago} ago, and waits for a second word."
            yield about_action(action, summary)
