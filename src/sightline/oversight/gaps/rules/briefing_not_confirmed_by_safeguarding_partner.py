"""A safeguarding partner has not confirmed that a briefing came, and the day for it is past.

Why it matters: Learning that is sent and not received has reached nobody.
Authority: Sightline's convention: ten working days, or the day that was set when the briefing was sent.
How it closes: The partner confirms receipt, by its link or through the team, or the briefing is revised or retired.
Example: Ashvale Police has not confirmed "One record of a family", sent on 2 March 2026.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference
from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "learning.issueto"


def find(facts: Facts) -> Iterator[Found]:
    for one in facts.learning.receipts_missing:
        late = working_days(working_days_between(one.due_on, facts.on))
        yield Found(
            Reference("learning.issueto", one.id),
            f"{one.briefing}, sent to {one.organisation}",
            f"{one.organisation} has not confirmed the briefing {one.briefing}, sent on {day(one.sent_on)}. It was to do "
            f"so by {day(one.due_on)}, {late} ago.",
        )
