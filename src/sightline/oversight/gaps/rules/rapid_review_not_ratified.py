"""The decision of a rapid review is more than three working days old, and a safeguarding partner has not ratified it.

Why it matters: The safeguarding partners answer for the decision together; one that has not spoken has not decided.
Authority: The duty of the safeguarding partners is joint and equal. That each ratifies, and three working days for it, are
    Sightline's convention.
How it closes: Each safeguarding partner's word is recorded; one that declines agrees, or the decision is taken anew.
Example: Rapid review RR 2026-02 was decided on 17 March 2026; Ashvale Police has not ratified it.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_rapid, listed
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.rapidreview"
GRACE = 3  # working days


def find(facts: Facts) -> Iterator[Found]:
    for rapid in facts.learning.rapid_reviews:
        if rapid.is_running and rapid.decided_on and working_days_between(rapid.decided_on, facts.on) > GRACE:
            waits = [f"{listed(rapid.to_ratify)} {_has(rapid.to_ratify)} not ratified it"] if rapid.to_ratify else []
            waits += [f"{listed(rapid.declined)} declined"] if rapid.declined else []
            if waits:
                decided = f"Rapid review {rapid.reference} was decided on {day(rapid.decided_on)}"
                yield about_rapid(rapid, f"{decided}; {' and '.join(waits)}.")


def _has(names: tuple[str, ...]) -> str:
    return "has" if len(names) == 1 else "have"
