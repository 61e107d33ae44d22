"""A challenge was raised more than ten working days ago and whoever is challenged has not answered.

Why it matters: A partner that may leave a challenge unanswered is not held to account.
Authority: Sightline's convention. Working Together 2023 expects clear escalation policies (as local policies quote
    it), and scrutineers to support and challenge.
How it closes: An answer is recorded, or the challenge is settled.
Example: Ashvale Police has not answered the challenge of 1 June.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_challenge, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "challenges.challenge"
DAYS = 10


def find(facts: Facts) -> Iterator[Found]:
    for challenge in facts.promises.challenges:
        since = challenge.raised_on
        waits = not (challenge.answered_on or challenge.resolved_on or challenge.closed_on)
        if waits and working_days_between(since, facts.on) > DAYS:
            ago = working_days(since, facts.on)
            summary = (
                f"{challenge.to} has not answered the challenge that {challenge.by} raised on {day(since)}, {ago} ago."
            )
            yield about_challenge(challenge, summary)
