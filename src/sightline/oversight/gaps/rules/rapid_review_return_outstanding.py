"""An agency has not told a running rapid review what it knows, and the day that was set for it is past.

Why it matters: A decision without an agency's word is a decision on a part of the facts.
Authority: A rapid review gathers the facts that can readily be established. The day for each agency is the partnership's own.
How it closes: The agency's answer is recorded, also that it knows nothing.
Example: Rapid review RR 2026-02 still waits for Ashvale Police, whose day is past.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_rapid, listed
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.rapidreview"


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.is_running and rapid.returns_late:
            agencies = listed(rapid.returns_late)
            yield about_rapid(
                rapid, f"Rapid review {rapid.reference} has heard nothing from {agencies}, past the day that was set."
            )
