"""A rapid review was decided while agencies that were asked had not yet answered.

Why it matters: What an agency says after the decision can no longer bear on it.
Authority: A rapid review gathers the facts that can readily be established. That all who were asked are heard first is
    Sightline's convention.
How it closes: The answers are recorded, with the day on which they came.
Example: Rapid review RR 2026-02 was decided on 17 March 2026 without Ashvale Police.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_rapid, listed
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.rapidreview"


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.is_running and rapid.decided_on and rapid.returns_missing:
            yield about_rapid(
                rapid,
                f"Rapid review {rapid.reference} was decided on {day(rapid.decided_on)}, and nothing has come from "
                f"{listed(rapid.returns_missing)}.",
            )
