"""A challenge has stood at one stage for longer than the stage allows.

Why it matters: Stages have days so that a disagreement is settled while it still matters.
Authority: The partnership's own stages of escalation; where it has set none, Sightline's default of two working
    days a stage, which is not verified. Working Together 2023 expects clear escalation policies (as local policies
    quote it).
How it closes: The challenge is settled, or moved up a stage.
Example: Challenge 2026-4 has stood at ‘Between their managers’ for 6 working days; the stage allows 2.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_challenge
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "challenges.challenge"


def find(facts: Facts) -> Iterator[Found]:
    for challenge in facts.promises.challenges:
        if challenge.is_beyond and challenge.closed_on is None and challenge.allowed is not None:
            yield about_challenge(
                challenge,
                f"Challenge {challenge.number} has stood at ‘{challenge.stage}’ for {challenge.days_at_stage} working days; "
                f"the stage allows {challenge.allowed}.",
            )
