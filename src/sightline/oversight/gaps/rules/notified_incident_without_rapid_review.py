"""A serious incident was notified more than five working days ago, and no rapid review has been opened.

Why it matters: The fifteen working days of the rapid review run whether or not anyone has begun it.
Authority: A rapid review follows every notification unless the criteria turn out not to be met (the Panel's answers to
    frequent questions). Five working days before it is missed is Sightline's convention.
How it closes: The rapid review is opened, or the incident is withdrawn with the reason.
Example: Serious incident SI 2026-04 was notified on 6 March 2026 and no rapid review is open.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_incident
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.incident"
GRACE = 5  # working days


def find(facts: Facts) -> Iterator[Found]:
    for incident in facts.learning.incidents:
        notified = incident.notified_on
        if incident.state != "notified" or incident.has_rapid_review or notified is None:
            continue
        if working_days_between(notified, facts.on) > GRACE:
            by = f" It is due by {day(incident.rapid_due_on)}." if incident.rapid_due_on else ""
            yield about_incident(
                incident,
                f"Serious incident {incident.reference} was notified on {day(notified)} and has no rapid review.{by}",
            )
