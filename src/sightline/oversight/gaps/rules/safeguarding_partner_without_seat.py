"""A safeguarding partner has no seat at any board of the partnership.

Why it matters: A partner with no seat takes no part in deciding, while the duty is joint and equal.
Authority: Children Act 2004 section 16E (section number from general knowledge, unverified).
How it closes: The partner is given a seat.
Example: City of London Police has no seat at any board.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "directory.organisation"


def find(facts: Facts) -> Iterator[Found]:
    for pk, name in facts.partnership.unseated_partners:
        summary = f"{name} is a safeguarding partner of {facts.partnership.name} and has no seat at any of its boards."
        yield Found(Reference(SUBJECT, pk), name, summary)
