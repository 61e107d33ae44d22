"""Every safeguarding partner ratified a rapid review more than two working days ago, and it has not gone to the Panel.

Why it matters: Nothing is left to decide, and the days still run.
Authority: A rapid review goes to the Panel as soon as it is complete, as procedures of partnerships tell it. Two working
    days for it are Sightline's convention.
How it closes: The sending is recorded.
Example: Rapid review RR 2026-02 was ratified by all on 18 March 2026 and has not been sent.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_rapid
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.rapidreview"
GRACE = 2  # working days


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        is_agreed = rapid.decided_on and rapid.has_partners and not rapid.to_ratify and not rapid.declined
        if not rapid.is_running or not is_agreed or rapid.ratified_on is None:
            continue
        if working_days_between(rapid.ratified_on, facts.on) > GRACE:
            yield about_rapid(
                rapid,
                f"Rapid review {rapid.reference} was ratified by all on {day(rapid.ratified_on)} and has not been "
                "sent to the Panel.",
            )
