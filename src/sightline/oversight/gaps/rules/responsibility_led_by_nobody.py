"""Nobody leads on a responsibility of the arrangements.

Why it matters: What nobody leads is what falls between agencies.
Authority: The published arrangements. A rapid review of London's arrangements in 2021 asked for a map of who holds
    what.
How it closes: A board, body or post is named as its lead.
Example: Nobody leads on transitions to adult services.
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
        if not item.leads:
            helped = f" {', '.join(item.contributes)} contribute." if item.contributes else ""
            yield Found(Reference(SUBJECT, item.id), item.title, f"Nobody leads on {item.title}.{helped}")
