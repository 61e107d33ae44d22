"""A designated, named or lead role is held by nobody.

Why it matters: These roles are whom practitioners turn to; a vacancy leaves an area without that advice.
Authority: Law and guidance ask for these roles; which do so for each is on the page of lead roles.
How it closes: Someone is appointed, or cover is recorded.
Example: Nobody is designated doctor for Richmond since 1 May.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import day
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "directory.post"


def find(facts: Facts) -> Iterator[Found]:
    for role in facts.partnership.roles:
        if not role.holder:
            since = f" since {day(role.vacant_since)}" if role.vacant_since else ""
            yield Found(
                Reference(SUBJECT, role.subject_id), role.title, f"Nobody is {role.title} for {role.area}{since}."
            )
