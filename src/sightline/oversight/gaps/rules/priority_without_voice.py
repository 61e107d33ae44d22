"""A priority has been in force for more than three months, and no record says that children, families or communities were asked.

Why it matters: A priority that nobody affected was asked about may miss what matters to them.
Authority: Yearly reports must say how the feedback of children and families was sought and used (Working Together 2018).
    Three months are Sightline's convention.
How it closes: What people were asked is recorded, with this priority.
Example: Neglect is a priority since 1 April 2026; nobody is on record as having been asked about it.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import QUARTER, about_named
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "plan.priority"


def find(facts: Facts) -> Iterator[Found]:
    for one in facts.learning.priorities_without_voice:
        if one.since and facts.on - one.since > QUARTER:
            yield about_named(
                "plan.priority",
                one,
                f"{one.name} is a priority since {day(one.since)}, and no record says that children, families or "
                "communities were asked about it.",
            )
