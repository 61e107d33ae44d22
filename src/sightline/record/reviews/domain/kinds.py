"""Words of reviews."""

from datetime import date
from enum import StrEnum

from sightline.partnership.law.domain.terms import PARTNERS_FROM, word_for


class ReviewKind(StrEnum):
    """Kinds of review that a partnership meets, of any time (dossier §2.4). Stored codes never change."""

    RAPID = "rapid"
    LOCAL_PRACTICE = "local_practice"
    NATIONAL_PRACTICE = "national_practice"
    SERIOUS_CASE = "serious_case"
    LEARNING = "learning"
    THEMATIC = "thematic"
    DOMESTIC_HOMICIDE = "domestic_homicide"
    SAFEGUARDING_ADULTS = "safeguarding_adults"
    MAPPA = "mappa"
    CHILD_DEATH = "child_death"
    OFFENSIVE_WEAPONS = "offensive_weapons"


REVIEW_LABELS = {
    ReviewKind.RAPID: "Rapid review",
    ReviewKind.LOCAL_PRACTICE: "Local child safeguarding practice review",
    ReviewKind.NATIONAL_PRACTICE: "National child safeguarding practice review",
    ReviewKind.SERIOUS_CASE: "Serious case review",
    ReviewKind.LEARNING: "Learning review",
    ReviewKind.THEMATIC: "Thematic review",
    ReviewKind.DOMESTIC_HOMICIDE: "Domestic homicide review",
    ReviewKind.SAFEGUARDING_ADULTS: "Safeguarding adults review",
    ReviewKind.MAPPA: "MAPPA serious case review",
    ReviewKind.CHILD_DEATH: "Child death overview panel report",
    ReviewKind.OFFENSIVE_WEAPONS: "Offensive weapons homicide review",
}

# Practice reviews came with the regulations of 29 June 2018 (SI 2018/789); boards could begin serious case reviews until
# partnerships had taken their place. In between both existed, and a review is what its record says.
PRACTICE_REVIEWS_FROM = date(2018, 6, 29)
_ONE_THING = frozenset({ReviewKind.LOCAL_PRACTICE, ReviewKind.SERIOUS_CASE})


def kind_words(kind: str, began_on: date | None) -> str:
    """What a review of this kind was called on the day it began; what is stored says it where that day is not known."""
    if kind not in _ONE_THING or began_on is None or PRACTICE_REVIEWS_FROM <= began_on < PARTNERS_FROM:
        return REVIEW_LABELS[ReviewKind(kind)]
    return word_for("local_review", began_on).capitalize()
