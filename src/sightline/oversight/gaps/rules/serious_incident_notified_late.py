"""A serious incident was notified to the Panel more than five working days after the authority became aware of it.

Why it matters: The Panel, and the partners of other areas, learn of a serious incident through the notification alone.
Authority: Five working days from becoming aware, for incidents under section 16C of the Children Act 2004, as procedures of
    partnerships tell it. Sightline could not check it against Working Together 2026.
How it closes: A day that was entered wrongly is corrected; otherwise it is seen for a year, or set aside with the reason.
Example: Serious incident SI 2026-04 was notified on 20 March 2026, 3 working days late.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import YEAR, about_incident, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.incident"


def find(facts: Facts) -> Iterator[Found]:
    for incident in facts.learning.incidents:
        notified = incident.notified_on
        if incident.state != "notified" or notified is None or incident.aware_on is None or incident.due_on is None:
            continue
        if incident.is_late and facts.on - notified <= YEAR:
            yield about_incident(
                incident,
                f"Serious incident {incident.reference} became known on {day(incident.aware_on)} and was notified on "
                f"{day(notified)}, {working_days(incident.days_over)} after the five working days ended.",
            )
