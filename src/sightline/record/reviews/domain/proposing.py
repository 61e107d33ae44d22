"""Which themes a text speaks of, by the words that name them. Whole words, whatever their case."""

import re
from collections.abc import Mapping

Vocabulary = Mapping[int, tuple[str, ...]]


def proposed(text: str, vocabulary: Vocabulary) -> list[int]:
    """The themes whose words stand in the text, the first named first."""
    places = {pk: _first(text, words) for pk, words in vocabulary.items()}
    return sorted((pk for pk, place in places.items() if place is not None), key=lambda pk: (places[pk], pk))


def _first(text: str, words: tuple[str, ...]) -> int | None:
    found = [hit.start() for one in words if one.strip() and (hit := _pattern(one).search(text))]
    return min(found, default=None)


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
