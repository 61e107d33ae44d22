"""A piece of evidence has been on record for more than a month and nobody has said how far it reaches.

Why it matters: Ungraded, it can show neither activity nor impact, and no summary counts it.
Authority: Sightline's convention: evidence is graded from activity to outcome.
How it closes: The evidence is graded.
Example: The audit of March was added on 1 April and is not graded.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import MONTH, about_evidence
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "evidence.evidence"


def find(facts: Facts) -> Iterator[Found]:
    for piece in facts.promises.evidence:
        added = piece.added_on
        if not piece.grade and added and (facts.on - added).days > MONTH:
            yield about_evidence(piece, f"{piece.title} was added on {day(added)}; nobody has said how far it reaches.")
