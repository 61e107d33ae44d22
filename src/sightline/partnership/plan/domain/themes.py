"""Which themes a text speaks of: by words alone, so that a person can see why and say yes or no."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_GAP = r"[\s\-\u2010-\u2014/]+"


@dataclass(frozen=True, slots=True)
class Proposed:
    """`words` are those of the text that spoke for the theme, in the order of the text."""

    theme: int
    words: tuple[str, ...]

    @property
    def because(self) -> str:
        return ", ".join(dict.fromkeys(word.lower() for word in self.words))


def propose(text: str, vocabulary: Iterable[tuple[int, str]]) -> tuple[Proposed, ...]:
    """Themes for a text from pairs of theme and words. Whole words, the longest first: what they cover is not read again."""
    text = text.replace("\u2019", "'")
    themes: dict[str, list[int]] = {}
    for theme, words in vocabulary:
        themes.setdefault(_plain(words), []).append(theme)
    taken: list[tuple[int, int, list[int]]] = []
    for words in sorted(themes, key=lambda one: (-len(one), one)):
        for found in _pattern(words).finditer(text):
            if not any(found.start() < end and start < found.end() for start, end, _ in taken):
                taken.append((found.start(), found.end(), themes[words]))
    return _by_theme(text, sorted(taken, key=lambda one: one[:2]))


def _by_theme(text: str, taken: list[tuple[int, int, list[int]]]) -> tuple[Proposed, ...]:
    spoken: dict[int, list[str]] = {}
    for start, end, themes in taken:
        for theme in themes:
            spoken.setdefault(theme, []).append(text[start:end])
    return tuple(Proposed(theme, tuple(words)) for theme, words in spoken.items())


def _plain(words: str) -> str:
    return " ".join(words.replace("\u2019", "'").replace("-", " ").lower().split())


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    """Hyphen or space between words, a plural of the last one; never a part of a longer word."""
    whole = _GAP.join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){whole}s?(?!\w)", re.IGNORECASE)
