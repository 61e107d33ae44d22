"""A table in a document has a total that its lines do not add up to.

Why it matters: Money and numbers are what readers check first; a wrong total costs trust in the whole report.
Authority: Good record keeping.
How it closes: The document is corrected and its new version brought in, or the finding is set aside with the reason.
Example: The lines of income add up to 182,500; the total says 184,500.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import documents_with_fault
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "total_mismatch"


def find(facts: Facts) -> Iterator[Found]:
    return documents_with_fault(facts, FAULT)
