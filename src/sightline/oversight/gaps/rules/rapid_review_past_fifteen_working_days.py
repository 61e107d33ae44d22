"""A rapid review is past its fifteen working days and has not been sent to the Panel.

Why it matters: What a rapid review finds is for children who are at risk now; each day it waits, they wait.
Authority: Fifteen working days, as procedures of partnerships tell it. Sources differ on the day they start from; the
    partnership chose one. Sightline could not check it against Working Together 2026.
How it closes: The review is sent to the Panel, or stopped with the reason.
Example: Rapid review RR 2026-02 was to be sent by 20 March 2026; it is 4 working days over.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_rapid, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.rapidreview"


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.is_running and rapid.is_late and rapid.due_on:
            yield about_rapid(
                rapid,
                f"Rapid review {rapid.reference} was to be sent to the Panel by {day(rapid.due_on)}, fifteen working days "
                f"counted from {rapid.start}. It is {working_days(rapid.days_over)} over.",
            )
