"""A document has no date.

Why it matters: A paper without a date cannot be placed: nobody knows whether it still holds or what came before it.
Authority: Good record keeping; a rapid review of London's arrangements in 2021 met undated minutes and plans.
How it closes: The date is added, with how it is known.
Example: The terms of reference in the library carry no date.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_document
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "library.document"


def find(facts: Facts) -> Iterator[Found]:
    for document in facts.documents:
        if not document.dated_on and not document.dated_as_written:
            yield about_document(document, f"{document.title} has no date.")
