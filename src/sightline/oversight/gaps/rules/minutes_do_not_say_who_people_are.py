"""Minutes that were brought in name people without role or organisation.

Why it matters: Nobody can tell from a first name which agency was in the room.
Authority: Good record keeping; a rapid review of London's arrangements in 2021 could not establish who attends for
    the lack of it.
How it closes: Future minutes give role and agency; a corrected version is brought in where it matters.
Example: Five of eight people are named without an organisation.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_document
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.RECORD
SUBJECT = "library.document"
FAULT = "attendees_without_role"


def find(facts: Facts) -> Iterator[Found]:
    for document in facts.documents:
        faults = [fault.message for fault in document.faults if fault.code == FAULT]
        if faults:
            yield about_document(document, f"{document.title}: {faults[0]}", tuple(Shown(text) for text in faults))
