"""A piece of evidence is past the last day on which it counts, and nothing stands in its place.

Why it matters: What it showed was true then. The register counts it no longer, and the page of what it bears on is
    emptier than it looks.
Authority: The day that the partnership named when it added the evidence.
How it closes: A newer version is added, its last day is corrected, or it is withdrawn.
Example: The audit of March counted until 1 September.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_evidence
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "evidence.evidence"


def find(facts: Facts) -> Iterator[Found]:
    for piece in facts.promises.evidence:
        if piece.expires_on and piece.expires_on < facts.on:
            yield about_evidence(
                piece, f"{piece.title} counted as evidence until {day(piece.expires_on)}; nothing stands in its place."
            )
