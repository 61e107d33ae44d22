"""Words from scanned and pasted papers, made fit for a file: what no file can hold is left out, never the rest."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

COVERAGE = Path(__file__).parent / "fonts/coverage.txt"

# Word's symbol fonts put their bullets and ticks in a range that has no meaning outside them.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "→", "\uf0fc": "✓", "\uf06f": "○"}


def clean(text: str) -> str:
    """Without control characters, half characters and private ones, which XML and PDF/UA refuse."""
    return "".join(_SYMBOLS.get(letter, letter) for letter in text if letter in _SYMBOLS or _allowed(letter))


def _allowed(letter: str) -> bool:
    if letter in "\t\n":
        return True
    return unicodedata.category(letter) not in ("Cc", "Cs", "Co") and ord(letter) & 0xFFFE != 0xFFFE


def has_something_to_see(text: str) -> bool:
    """A letter, a figure or a sign, and not only spaces and marks."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in text)


def shown_by_our_fonts(text: str) -> str:
    """Each character that our fonts lack in words: 😀 as [grinning face], a letter of another script as [?]."""
    return "".join(letter if ord(letter) in _covered() or letter in "\t\n" else _named(letter) for letter in text)


def _named(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cf", "Mn", "Me"):  # joiners and marks on a letter that is not there
        return ""
    return f"[{unicodedata.name(letter, '?').lower()}]" if kind.startswith("S") else "[?]"


@cache
def _covered() -> frozenset[int]:
    ranges = (line.split("-") for line in COVERAGE.read_text(encoding="ascii").split())
    return frozenset(code for start, end in ranges for code in range(int(start, 16), int(end, 16) + 1))


def each(change: Any, data: Any) -> Any:
    """The same data with `change` made to every text in it."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: each(change, value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [each(change, value) for value in data]
    return data
