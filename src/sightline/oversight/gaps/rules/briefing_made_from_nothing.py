"""A briefing in force is made from no finding and no recommendation, and says of no other source.

Why it matters: Whoever reads it cannot tell whether it was learned here, elsewhere, or by nobody.
Authority: Good practice. Sightline's convention.
How it closes: The findings or recommendations it is made from are chosen in a new version, or its source is named.
Example: The briefing "Asking about home" names no finding, no recommendation and no other source.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_briefing
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "learning.briefing"


def find(facts: Facts) -> Iterator[Found]:
    for briefing in facts.learning.briefings:
        if not briefing.sources and not briefing.also_from:
            yield about_briefing(
                briefing,
                f"The briefing {briefing.title}, issued on {day(briefing.issued_on)}, does not say what it is made from.",
            )
