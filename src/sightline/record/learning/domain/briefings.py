"""What a learning product is made of, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BriefingKind(StrEnum):
    """Stored codes never change."""

    SEVEN_MINUTE = "seven_minute"
    BULLETIN = "bulletin"
    VIDEO = "video"
    ONE_PAGE = "one_page"
    EVENT = "event"


KIND_LABELS = {
    BriefingKind.SEVEN_MINUTE: "Seven-minute briefing",
    BriefingKind.BULLETIN: "Bulletin",
    BriefingKind.VIDEO: "Video",
    BriefingKind.ONE_PAGE: "One-page summary",
    BriefingKind.EVENT: "Learning event",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One short part of a briefing: its heading, what belongs in it, and words to begin with."""

    code: str
    heading: str
    hint: str
    start: str = ""


HAPPENED = Part(
    "happened", "What happened", "In terms of systems and practice: what agencies did and did not do. Nobody's story."
)
WHY = Part("why", "Why it matters", "What it means for children, in two or three sentences.")
FOUND = Part("found", "What was found", "The findings, in plain words. Sightline puts in the words of those you chose.")
LOOK = Part("look", "What to look for", "Signs that a practitioner can see or hear.")
DO = Part("do", "What to do", "Three to five things to do differently from tomorrow.")
TEAM = Part(
    "team",
    "Questions for your team",
    "Two or three questions to talk about for ten minutes.",
    "Where could this happen in our work?\nWhat do we do already that would prevent it?\nWhat will we change, and by when?",
)
WHERE = Part("where", "Where to go", "Guidance, procedures, training and whom to ask. Posts, not people.")
ABOUT = Part("about", "What it is about", "Two or three sentences.")
WHEN = Part("when", "When and where", "Day, time, place or link, and how to book.")

PARTS: dict[BriefingKind, tuple[Part, ...]] = {
    BriefingKind.SEVEN_MINUTE: (HAPPENED, WHY, FOUND, LOOK, DO, TEAM, WHERE),
    BriefingKind.BULLETIN: (ABOUT, FOUND, DO, WHERE),
    BriefingKind.VIDEO: (ABOUT, FOUND, DO, WHERE),
    BriefingKind.ONE_PAGE: (WHY, FOUND, DO, WHERE),
    BriefingKind.EVENT: (ABOUT, WHEN, DO, WHERE),
}
MAY_BE_EMPTY = frozenset({LOOK.code, WHERE.code, FOUND.code})
"""Parts without which a product of any other kind than seven-minute can do."""

MOST_WORDS = {BriefingKind.SEVEN_MINUTE: 700, BriefingKind.ONE_PAGE: 350}
"""About what is read aloud in seven minutes at a hundred words each; longer ones leave two pages of A4. Our convention."""


def words_in(texts: dict[str, str]) -> int:
    return sum(len(text.split()) for text in texts.values())


def missing_parts(kind: BriefingKind, texts: dict[str, str]) -> tuple[str, ...]:
    """Headings of parts that need words before anyone approves it. A seven-minute briefing has all seven."""
    needed = [p for p in PARTS[kind] if kind is BriefingKind.SEVEN_MINUTE or p.code not in MAY_BE_EMPTY]
    return tuple(part.heading for part in needed if not texts.get(part.code, "").strip())


class Status(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    ISSUED = "issued"
    REVISED = "revised"
    RETIRED = "retired"


STATUS_LABELS = {
    Status.DRAFT: "Draft",
    Status.APPROVED: "Approved, not issued",
    Status.ISSUED: "Issued",
    Status.REVISED: "Replaced by a newer version",
    Status.RETIRED: "Retired",
}
OUT = frozenset({Status.ISSUED, Status.REVISED, Status.RETIRED})
"""It has been sent to people; anyone who reads the record may read it."""


def status_on(
    day: date, *, approved_on: date | None, issued_on: date | None, revised_on: date | None, retired_on: date | None
) -> Status:
    """How a briefing stood on a day, from its dates."""
    steps = (
        (retired_on, Status.RETIRED),
        (revised_on, Status.REVISED),
        (issued_on, Status.ISSUED),
        (approved_on, Status.APPROVED),
    )
    return next((status for when, status in steps if when is not None and when <= day), Status.DRAFT)
