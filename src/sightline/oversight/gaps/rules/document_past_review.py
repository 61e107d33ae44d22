"""A current document is past its review date.

Why it matters: People work from what they find; a policy past its review may tell them the wrong thing.
Authority: The review date that the document states.
How it closes: The document is reviewed and a new version or date recorded, or it is superseded or retired.
Example: The threshold document was to be reviewed by 1 April.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_document, day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "library.document"


def find(facts: Facts) -> Iterator[Found]:
    for document in facts.documents:
        if document.is_current and document.review_on and document.review_on < facts.on:
            yield about_document(document, f"{document.title} was to be reviewed by {day(document.review_on)}.")
