"""A document gives two different values for the same figure.

Why it matters: A figure that disagrees with itself cannot be relied on, and casts doubt on the others.
Authority: Good record keeping.
How it closes: The document is corrected and its new version brought in, or the finding is set aside with the reason.
Example: The number trained is 412 on page 1 and 421 on page 2.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import documents_with_fault
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "two_values"


def find(facts: Facts) -> Iterator[Found]:
    return documents_with_fault(facts, FAULT)
