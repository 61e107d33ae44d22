"""A board sent an item to another board more than ten working days ago and it was not received.

Why it matters: Both boards then believe that it lies with the other.
Authority: Sightline's convention.
How it closes: The other board receives the referral, or it is withdrawn.
Example: Sent to the Ferry Board on 1 June and not received.
"""

from collections.abc import Iterator

from sightline.kernel.workdays import working_days_between

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_referral, working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "meetings.referral"
DAYS = 10


def find(facts: Facts) -> Iterator[Found]:
    for referral in facts.promises.referrals:
        if referral.stage == "sent" and working_days_between(referral.sent_on, facts.on) > DAYS:
            ago = working_days(referral.sent_on, facts.on)
            sent = f"{referral.board} sent this to {referral.to} on {day(referral.sent_on)}, {ago} ago"
            yield about_referral(referral, f"{sent}; it has not been received.")
