"""A briefing in force is past the day on which it was to be looked at again.

Why it matters: Practice, law and the names of services change; people go on using an old briefing in good faith.
Authority: The day that the partnership set itself.
How it closes: The briefing is revised or retired, or a later day is set.
Example: The briefing "One record of a family" was to be looked at again by 1 May 2026, 20 days ago.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_briefing, days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "learning.briefing"


def find(facts: Facts) -> Iterator[Found]:
    for briefing in facts.learning.briefings:
        due = briefing.review_on
        if due and due < facts.on:
            yield about_briefing(
                briefing,
                f"The briefing {briefing.title} was to be looked at again by {day(due)}, {days((facts.on - due).days)} ago.",
            )
