"""A challenge was settled more than twenty working days ago and nothing says what was learned, nor that nothing was.

Why it matters: Challenges are the cheapest lessons that a partnership has.
Authority: Sightline's convention.
How it closes: What was learned is written down and the challenge closed; or it is said why there is nothing to
    learn.
Example: Settled on 1 June; nothing says what was learned.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_challenge
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "challenges.challenge"
DAYS = 20


def find(facts: Facts) -> Iterator[Found]:
    for challenge in facts.promises.challenges:
        settled = challenge.closed_on or challenge.resolved_on
        if settled and not challenge.learning.strip() and working_days_between(settled, facts.on) > DAYS:
            yield about_challenge(
                challenge, f"Challenge {challenge.number} was settled on {day(settled)}; nothing says what was learned."
            )
