"""A serious incident is past its five working days, and it has been neither notified nor closed as not to be notified.

Why it matters: Without a notification no rapid review begins, and nobody outside the area knows.
Authority: Five working days from becoming aware, for incidents under section 16C of the Children Act 2004, as procedures of
    partnerships tell it. Sightline could not check it against Working Together 2026.
How it closes: The notification is recorded, or the decision not to notify, with its reason.
Example: Serious incident SI 2026-04 became known on 2 March 2026; its five working days ended 4 working days ago.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_incident, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.incident"


def find(facts: Facts) -> Iterator[Found]:
    for incident in facts.learning.incidents:
        if incident.state == "logged" and incident.is_late and incident.aware_on and incident.due_on:
            yield about_incident(
                incident,
                f"Serious incident {incident.reference} became known on {day(incident.aware_on)} and is not notified. "
                f"Its five working days ended on {day(incident.due_on)}, {working_days(incident.days_over)} ago.",
            )
