"""Minutes that were brought in name people without role or organisation.

Why it matters: Nobody can tell from a first name which agency was in the room.
Authority: Good record keeping; a rapid review of London's arrangements in 2021 could not establish who attends for
    the lack of it.
How it closes: Future minutes give role and agency; a corrected version is brought in where it matters.
Example: Five of eight people are named without an organisation.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import documents_with_fault
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "attendees_without_role"


def find(facts: Facts) -> Iterator[Found]:
    return documents_with_fault(facts, FAULT)
