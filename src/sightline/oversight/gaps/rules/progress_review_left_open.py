"""A review of progress was opened more than three months ago and not closed.

Why it matters: While it is open nothing that it found counts, and the next one cannot begin.
Authority: Sightline's convention.
How it closes: The review is closed, or discarded where it was not held.
Example: The review of 1 April is still open.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import QUARTER
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "progress.review"


def find(facts: Facts) -> Iterator[Found]:
    progress = facts.promises.progress
    since = progress.open_since
    if progress.open_id and since and (facts.on - since).days > QUARTER:
        label = f"Review of progress, {day(since)}"
        yield Found(
            Reference(SUBJECT, progress.open_id), label, f"The review of progress of {day(since)} is still open."
        )
