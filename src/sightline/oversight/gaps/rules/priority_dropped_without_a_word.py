"""A priority ended in the last two years, nothing carries it on, and no word says why.

Why it matters: When a concern disappears between two plans nobody can tell whether it was met, given up or
    forgotten.
Authority: Yearly reports must say where there was little or no progress on priorities (Working Together 2018). That
    an ending has its reason is Sightline's convention.
How it closes: The priority that carries it on is named, or a word is added on why it ended.
Example: The priority Neglect ended on 1 April; nothing carries it on and nothing says why.
"""

from collections.abc import Iterator
from datetime import timedelta

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.priority"
TWO_YEARS = timedelta(days=730)


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.priorities:
        ended = priority.ended_on
        silent = not priority.is_carried_on and not priority.ending_note.strip()
        if ended and facts.on - TWO_YEARS < ended <= facts.on and silent:
            summary = (
                f"The priority {priority.title} ended on {day(ended)}; nothing carries it on and nothing says why."
            )
            yield about_priority(priority, summary)
