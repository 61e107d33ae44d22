"""Some pages of a document have no text: they were scanned.

Why it matters: What cannot be read cannot be searched, quoted or read aloud to someone who cannot see it.
Authority: Good record keeping; the accessibility regulations ask public bodies for documents that can be read aloud.
How it closes: A version with text is brought in.
Example: Pages 2 and 3 of the scan have no text.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import documents_with_fault
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "no_text"


def find(facts: Facts) -> Iterator[Found]:
    return documents_with_fault(facts, FAULT)
