"""A change of law or guidance came into the timeline and the partnership has not said within 30 working days that it
was taken in.

Why it matters: Practice goes on by the older rule until somebody reads the newer one.
Authority: The timeline of law and guidance in Sightline, with its sources. 30 working days, and only changes of the
    last two years, is Sightline's convention.
How it closes: The partnership says that the change was taken in, and what was done.
Example: Working Together 2026 came on 18 March; a word was asked for by 1 May.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_change
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "law.edition"


def find(facts: Facts) -> Iterator[Found]:
    for change in facts.promises.changes:
        if change.taken_on is None and change.due_on < facts.on:
            came, due = day(change.changed_on), day(change.due_on)
            summary = (
                f"{change.label} came on {came}; nobody has said that it was taken in. A word was asked for by {due}."
            )
            yield about_change(change, summary)
