"""A current document cites an edition of law or guidance that has been superseded, and was written after that or is
still in use.

Why it matters: Practice that follows old guidance can miss duties that came with the new.
Authority: The timeline of law and guidance in Sightline, with its sources.
How it closes: The document is revised to the edition in force, superseded or retired.
Example: The business plan cites Working Together 2018.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_document
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "library.document"
OF_THEIR_TIME = frozenset({"minutes", "agenda", "annual_report", "review", "scrutiny_report"})  # right when written


def find(facts: Facts) -> Iterator[Found]:
    for document in facts.documents:
        old = [cited for cited in document.law if cited.superseded_on and cited.superseded_on <= facts.on]
        if old and document.is_current and document.kind not in OF_THEIR_TIME:
            names = "; ".join(f"{c.cited}" + (f" (now {c.newer})" if c.newer else "") for c in old)
            yield about_document(document, f"{document.title} relies on what has been superseded: {names}.")
