"""An example of good practice has no evidence that counts today.

Why it matters: Others copy what is called good practice. Without evidence they copy a belief.
Authority: Good practice. Sightline's convention.
How it closes: Evidence is put to the example, or the example is withdrawn.
Example: The example "Joint home visits" has no evidence.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_reviews import about_named
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "learning.practiceexample"


def find(facts: Facts) -> Iterator[Found]:
    for one in facts.learning.examples_without_evidence:
        yield about_named("learning.practiceexample", one, f"Nothing shows that the example {one.name} works.")
