"""A rapid review was sent to the Panel while things of its checklist had not been looked at.

Why it matters: The checklist holds what a rapid review must say and what good ones are known to do.
Authority: Four things that a rapid review must do are on the list as partnerships tell them; the others are not verified
    against the Panel's newest guidance. Answering all before sending is Sightline's convention.
How it closes: Each thing on the checklist is answered, also with "not met"; otherwise it is seen for a year.
Example: Rapid review RR 2026-02 was sent with 5 of 14 things not looked at.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import YEAR, about_rapid
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "reviews.rapidreview"


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.sent_on and rapid.checks_open and facts.on - rapid.sent_on <= YEAR:
            things = "1 thing" if rapid.checks_open == 1 else f"{rapid.checks_open} things"
            yield about_rapid(
                rapid,
                f"Rapid review {rapid.reference} was sent on {day(rapid.sent_on)} with {things} on its checklist not "
                "looked at.",
            )
