"""A board sent an item to another board more than three months ago, or asked for an answer by a day that has passed,
and does not know what came of it.

Why it matters: What is passed from board to board without an answer is how serious matters are lost.
Authority: The day that the sending board named. Three months without one is Sightline's convention.
How it closes: The other board says what came of it, or the referral is withdrawn.
Example: Sent to the Ferry Board on 1 June; no outcome is known.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import QUARTER, about_referral
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "meetings.referral"


def find(facts: Facts) -> Iterator[Found]:
    for referral in facts.promises.referrals:
        asked = referral.answer_by
        late = asked < facts.on if asked else (facts.on - referral.sent_on).days > QUARTER
        if referral.stage != "ended" and late:
            by = f" for an answer by {day(asked)}" if asked else ""
            summary = (
                f"{referral.board} sent this to {referral.to} on {day(referral.sent_on)}{by}; no outcome is known."
            )
            yield about_referral(referral, summary)
