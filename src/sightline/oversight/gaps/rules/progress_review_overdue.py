"""The priorities have not been reviewed for more than six months, and no review of them is open.

Why it matters: A plan that is looked at once a year is looked at when it is too late to change.
Authority: Sightline's convention: progress against priorities is reviewed every six months. Yearly reports must say
    where there was little or no progress (Working Together 2018).
How it closes: A review of progress is held and closed.
Example: Progress was last reviewed on 1 April; the next review was due by 1 October.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_register
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "progress.reviews"


def find(facts: Facts) -> Iterator[Found]:
    progress = facts.promises.progress
    due, last = progress.due_on, progress.last_on
    if due is None or due >= facts.on or progress.open_id:
        return
    before = f"was last reviewed on {day(last)}" if last else "has never been reviewed"
    summary = f"Progress against the priorities {before}; a review was due by {day(due)}."
    yield about_register(SUBJECT, facts.partnership.id, "Reviews of progress", summary)
