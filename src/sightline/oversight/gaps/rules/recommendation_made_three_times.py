"""The same recommendation was made three times or more within five years.

Why it matters: What has to be recommended again and again has not been learned. Reviewers and inspectors ask about
    it first.
Authority: Whether a case shows improvements that were identified before is one of the criteria for a national
    review (SI 2018/789, regulation 3). Which ones ask the same is Sightline's comparison of their words, with what
    people said of it. Three times in five years is Sightline's convention.
How it closes: People say that they do not ask the same, or the older ones leave the five years.
Example: Asked 3 times since 3 June 2022: by Review A, Review B and Review C.
"""

from collections.abc import Iterator

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import day
from ..domain.about_promises import about_asked
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.OWN_RULES
SUBJECT = "recommendations.recommendation"
TIMES = 3


def find(facts: Facts) -> Iterator[Found]:
    for group in facts.promises.repeated:
        if len(group) < TIMES:
            continue
        newest, oldest = group[0], group[-1]
        shown = tuple(Shown(f"{day(one.made_on)}, {one.source_title}", Reference(SUBJECT, one.id)) for one in group)
        summary = (
            f"The same was recommended {len(group)} times since {day(oldest.made_on)}, last on {day(newest.made_on)}."
        )
        yield about_asked(newest, summary, shown)
