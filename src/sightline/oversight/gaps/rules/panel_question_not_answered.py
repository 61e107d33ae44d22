"""The Panel asked for more about a rapid review more than ten working days ago, and no response is on record.

Why it matters: A question of the Panel is a doubt about the decision.
Authority: Good practice; ten working days are Sightline's convention.
How it closes: The response to the Panel is recorded.
Example: The Panel asked for more about rapid review RR 2026-02 on 1 April 2026.
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
GRACE = 10  # working days


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if not rapid.awaits_response or rapid.replied_on is None:
            continue
        if working_days_between(rapid.replied_on, facts.on) > GRACE:
            yield about_rapid(
                rapid,
                f"The Panel asked for more about rapid review {rapid.reference} on {day(rapid.replied_on)}, and no "
                "response is on record.",
            )
