"""A table in a document prints a percentage that its own marks do not bear out.

Why it matters: Attendance and performance are read as percentages; one that is wrong misleads whoever acts on it.
Authority: Good record keeping.
How it closes: The document is corrected and its new version brought in, or the finding is set aside with the reason.
Example: The table prints 75% for an agency that it marks as present twice in four meetings.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import documents_with_fault
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "percentage_mismatch"


def find(facts: Facts) -> Iterator[Found]:
    return documents_with_fault(facts, FAULT)
