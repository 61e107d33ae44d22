"""A rapid review was sent more than ten days ago, and no reply of the Panel is on record.

Why it matters: The Panel may disagree with the decision, and then someone must think again.
Authority: No rule sets a time; about ten days is what one area (Kent) says the Panel takes. Sightline's convention.
How it closes: The Panel's reply is recorded.
Example: Rapid review RR 2026-02 was sent on 20 March 2026 and no reply is on record.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_rapid
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "reviews.rapidreview"


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.sent_on and rapid.reply_is_slow and not rapid.replied_on:
            yield about_rapid(
                rapid,
                f"Rapid review {rapid.reference} was sent on {day(rapid.sent_on)} and no reply of the Panel is on record.",
            )
