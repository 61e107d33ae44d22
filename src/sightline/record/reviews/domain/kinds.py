"""Words of reviews."""

from enum import StrEnum


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
