"""A priority in force speaks of no theme that a person has confirmed.

Why it matters: Regions lay priorities side by side by theme. One without a theme is missed, and a theme that
    Sightline only proposed may be wrong.
Authority: Sightline's convention.
How it closes: A proposed theme is confirmed, or one is added.
Example: Sightline proposed 2 themes for the priority Neglect and nobody has confirmed one.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about_promises import about_priority
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.RECORD
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for priority in facts.promises.in_force(facts.on):
        if priority.themes_confirmed:
            continue
        proposed = priority.themes_proposed
        said = "It is not on record of which theme the priority {} speaks."
        if proposed:
            said = f"Sightline proposed {proposed} theme{'' if proposed == 1 else 's'} for the priority {{}}; nobody has confirmed one."
        yield about_priority(priority, said.format(priority.title))
