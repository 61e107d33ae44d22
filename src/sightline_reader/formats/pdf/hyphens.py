"""Hyphens at the ends of lines: some part a word for want of room, some belong to it."""

import re
from collections.abc import Iterable

from sightline_reader.formats.pdf.characters import HYPHEN

BROKEN = re.compile(rf"([^\W\d_]*){HYPHEN}([^\W\d_]*)")
TOKEN = re.compile(rf"(?<![\w{HYPHEN}])[a-z]+(?:-[a-z]+)*(?![\w{HYPHEN}])")
PREFIXES = {
    *(
        "anti",
        "co",
        "cross",
        "ex",
        "extra",
        "half",
        "inter",
        "long",
        "low",
        "mid",
        "mini",
        "multi",
        "non",
        "on",
        "part",
    ),
    *("post", "pre", "pro", "re", "self", "semi", "short", "sub", "sector", "single", "two", "three", "four", "five"),
    *("well", "year", "high", "full", "pan", "face", "child"),
}
"""First halves that keep their hyphen in the words of this field (multi-agency, co-ordinator, self-harm)."""


def needless_hyphens(pages: Iterable[str]) -> list[list[tuple[int, int]]]:
    """For each page the spans of the hyphens that only part a word for want of room. The other words of the file tell."""
    pages = list(pages)
    known: set[str] | None = None
    found = []
    for page in pages:
        spans = []
        for broken in BROKEN.finditer(page) if HYPHEN in page else ():
            if known is None:
                known = {word for text in pages for word in TOKEN.findall(text.lower())}
            if not _belongs(broken[1].lower(), broken[2], known):
                spans.append((broken.end(1), broken.end(1) + 1))
        found.append(spans)
    return found


def _belongs(first: str, second: str, known: set[str]) -> bool:
    if not first or not second or not second[0].islower() or f"{first}-{second}" in known:
        return True
    if first + second in known:
        return False
    return first in PREFIXES or second in known
