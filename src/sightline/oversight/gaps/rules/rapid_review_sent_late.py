"""A rapid review was sent to the Panel after its fifteen working days.

Why it matters: How often reviews are late, and by how much, says whether the way they are run holds.
Authority: Fifteen working days, as procedures of partnerships tell it. Sources differ on the day they start from; the
    partnership chose one. Sightline could not check it against Working Together 2026.
How it closes: A day that was entered wrongly is corrected; otherwise it is seen for a year, or set aside with the reason.
Example: Rapid review RR 2026-02 was sent on 27 March 2026, 5 working days late.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import YEAR, about_rapid, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.rapidreview"


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.sent_on and rapid.is_late and rapid.due_on and facts.on - rapid.sent_on <= YEAR:
            yield about_rapid(
                rapid,
                f"Rapid review {rapid.reference} was sent to the Panel on {day(rapid.sent_on)}, "
                f"{working_days(rapid.days_over)} after {day(rapid.due_on)}, the fifteenth working day counted from "
                f"{rapid.start}.",
            )
