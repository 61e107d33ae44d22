"""One priority, and the words that announce several."""

from dataclasses import dataclass

MOST_WORDS = 60
"""A longer entry is a paragraph about a priority."""

COUNT_WORDS = r"one|two|three|four|five|six|seven|eight|nine|ten"
NOUN = (
    r"(?:priorit(?:y areas|ies)|priority themes|aims|key themes|overarching themes|focus areas|areas of (?:focus"
    r"|particular interest)|strategic objectives)"
)


@dataclass(frozen=True, slots=True)
class Priority:
    number: str | None
    title: str
    scope: str | None
    start: int
    end: int
    confidence: float
    outcome: str | None = None
    pledge: str | None = None
    objectives: str | None = None
    """One on each line."""
