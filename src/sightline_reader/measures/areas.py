"""The place that a paper is about."""

import re
from collections import Counter

from sightline_reader.layout import View

_PEOPLE_IN = re.compile(
    r"\b(?:lived?|lives|living|resident|libraries)\s+in\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s(?:and|&|of)?\s?[A-Z][\w’'-]+){0,3})"
)
_OF_A_PLACE = re.compile(
    r"([A-Z](?<=\b[A-Z])[a-z]{2,}(?:\s(?:and|&)\s[A-Z][a-z]{2,})?)(?:[’']s)?\s(?:Libraries|libraries|County|Borough|Council"
    r"|Safeguarding|LSCB|Police)\b"
)
_NO_PLACES = frozenset(
    ("The", "Local", "County", "Home", "Mobile", "Our", "This", "Metropolitan", "District", "City", "Independent")
)
LEAST_MENTIONS, LEAST_PART = 3, 0.8
"""A place is the paper's when it stands so often before a body's name, and in so large a part of such names."""


def area_of(view: View) -> str | None:
    """The place the paper is about: where it says that people live, else the one that its bodies are named for."""
    lived_in = Counter(_PEOPLE_IN.findall(view.text[:20000]))
    if lived_in:
        return max(lived_in, key=lambda place: (lived_in[place], place))
    named = Counter(place for place in _OF_A_PLACE.findall(view.text) if place not in _NO_PLACES)
    place, times = max(named.items(), key=lambda held: (held[1], held[0]), default=("", 0))
    return place if times >= LEAST_MENTIONS and times >= LEAST_PART * named.total() else None
