"""Challenges are on record and the partnership has not set its own stages of escalation.

Why it matters: Sightline then counts by its default stages, which are not those that the partnership agreed.
Authority: Working Together 2023 expects clear escalation policies (as local policies quote it). Sightline's default
    stages are not verified.
How it closes: The stages of the partnership's own policy are set.
Example: 4 challenges are on record and no stages of escalation are.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_register
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "challenges.stages"


def find(facts: Facts) -> Iterator[Found]:
    number = len(facts.promises.challenges)
    if number and not facts.promises.has_own_stages:
        are = "1 challenge is" if number == 1 else f"{number} challenges are"
        summary = f"{are} on record and the stages of the partnership’s own escalation policy are not."
        yield about_register(SUBJECT, facts.partnership.id, "Stages of escalation", summary)
