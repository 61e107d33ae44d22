"""A serious incident does not say on which day the authority became aware of it.

Why it matters: Every clock of an incident starts from that day; without it nobody can say whether anything was in time.
Authority: Good record keeping. Sightline's convention.
How it closes: The day is recorded, or the incident is withdrawn.
Example: Serious incident SI 2026-04 has no day of becoming aware, so no clock runs.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_incident
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "reviews.incident"


def find(facts: Facts) -> Iterator[Found]:
    for incident in facts.learning.incidents:
        if incident.state in ("logged", "notified") and incident.aware_on is None:
            yield about_incident(
                incident,
                f"Serious incident {incident.reference} has no day of becoming aware, so no clock of it can run.",
            )
