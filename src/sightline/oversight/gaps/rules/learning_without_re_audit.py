"""The last briefing or training on a theme or finding is more than a year old, and nobody has looked again since.

Why it matters: Without a second look nobody knows whether teaching changed practice.
Authority: Good practice; a year is Sightline's convention.
How it closes: A re-audit is recorded as done, or the track is closed with what came of it.
Example: Shared records was last taught on 1 March 2025, and no re-audit followed.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_named
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "learning.track"


def find(facts: Facts) -> Iterator[Found]:
    for one in facts.learning.tracks_without_re_audit:
        when = f"was last taught on {day(one.since)}" if one.since else "was taught"
        yield about_named(
            "learning.track", one, f"{one.name} {when}, and nobody has looked again whether practice changed."
        )
