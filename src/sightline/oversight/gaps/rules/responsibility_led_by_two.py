"""Two or more bodies lead on the same responsibility.

Why it matters: Two leads each think the other has done it, or do it twice.
Authority: The published arrangements.
How it closes: One is named as the lead and the others as contributing, or the finding is set aside where a joint lead
    is meant.
Example: Both the Board and the Exploitation Panel lead on missing children.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.responsibility"


def find(facts: Facts) -> Iterator[Found]:
    for item in facts.partnership.responsibilities:
        if len(item.leads) > 1:
            summary = f"{len(item.leads)} bodies lead on {item.title}: {', '.join(item.leads)}."
            yield Found(Reference(SUBJECT, item.id), item.title, summary)
