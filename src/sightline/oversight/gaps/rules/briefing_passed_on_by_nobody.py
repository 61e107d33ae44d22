"""A briefing was issued, the days for passing it on are over, and no agency has said that it did.

Why it matters: A briefing is for those who work with children, and stops at those who read e-mail for an agency.
Authority: Sightline's convention: six weeks, or the day that was set when the briefing was sent.
How it closes: An agency says to whom it passed the briefing on, or the briefing is revised or retired.
Example: No agency has said that it passed on "One record of a family", issued on 2 March 2026.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_briefing
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "learning.briefing"


def find(facts: Facts) -> Iterator[Found]:
    for one in facts.learning.not_passed_on:
        issued = f", issued on {day(one.since)}" if one.since else ""
        yield about_briefing(one, f"No agency has said that it passed on the briefing {one.name}{issued}.")
