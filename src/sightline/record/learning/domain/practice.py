"""How well an example of good practice is evidenced."""

from collections.abc import Iterable
from enum import StrEnum

from sightline.record.evidence.domain import GRADES, Grade


class Strength(StrEnum):
    """What those who give the example say of it; the evidence that it has is shown beside it."""

    OWN_VIEW = "own_view"
    MEASURED = "measured"
    EVALUATED = "evaluated"
    PUBLISHED = "published"


STRENGTH_LABELS = {
    Strength.OWN_VIEW: "The view of those who did it",
    Strength.MEASURED: "Measured here before and after",
    Strength.EVALUATED: "Evaluated by someone independent",
    Strength.PUBLISHED: "Evaluated in several places and published",
}
NOT_STATED = "Not stated"
NOT_EVIDENCED = "Not evidenced"
NOT_GRADED = "Evidence not graded"
REVIEW_MONTHS = 12
"""After which an example is looked at again. Our convention."""


def highest(grades: Iterable[str]) -> Grade | None:
    """How far the evidence reaches; None when none of it is graded."""
    found = {Grade(grade) for grade in grades if grade}
    return max(found, key=GRADES.index, default=None)
