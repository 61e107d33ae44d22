"""A document gives two different values for the same figure.

Why it matters: A figure that disagrees with itself cannot be relied on, and casts doubt on the others.
Authority: Good record keeping.
How it closes: The document is corrected and its new version brought in, or the finding is set aside with the reason.
Example: The number trained is 412 on page 1 and 421 on page 2.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_document
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "two_values"


def find(facts: Facts) -> Iterator[Found]:
    for document in facts.documents:
        faults = [fault.message for fault in document.faults if fault.code == FAULT]
        if faults:
            yield about_document(document, f"{document.title}: {faults[0]}", tuple(Shown(text) for text in faults))
