"""What stands under a mark such as `RESOLVED:` or `The Panel agreed to:`: its entries, or its paragraph."""

import re

from sightline_reader.layout import View, trimmed

_PART = re.compile(
    r"^[ \t]*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|[•·▪●*-])\s+(?P<words>\S.*)$", re.MULTILINE
)
LONGEST_LIST = 2500


def parts_below(view: View, at: int) -> list[tuple[int, int]]:
    """The entries that follow at once, each up to the next."""
    parts: list[tuple[int, int]] = []
    sign, at_last = "", at
    for part in _PART.finditer(view.text, at, min(at + LONGEST_LIST, len(view.text))):
        between = view.text[at_last : part.start()]
        own = re.sub(r"\w+", "1", part[0][: part.start("words") - part.start()].strip())
        runs_on = re.fullmatch(r"(?:\n?[ \t]*\S[^\n]*){0,4}\s*", between) if parts else not between.strip()
        if not runs_on or (parts and own != sign):
            break
        if parts:
            parts[-1] = (parts[-1][0], part.start())
        parts.append(part.span("words"))
        sign, at_last = own, part.end()
    if parts:
        parts[-1] = (parts[-1][0], _paragraph_end(view.text, parts[-1][1]))
    return [trimmed(view.text, a, b) for a, b in parts]


def _paragraph_end(text: str, at: int) -> int:
    """Where an entry's words stop: at a full stop that ends a line, or at a blank line."""
    while at < len(text) and text[max(at - 20, 0) : at].rstrip()[-1:] not in (".", ";"):
        line = re.compile(r"[^\n]*\n?[ \t]*([^\n]*\S[^\n]*)").match(text, at)
        if line is None or not line[1].strip():
            break
        at = line.end()
    return at


def paragraph_below(view: View, at: int) -> list[tuple[int, int]]:
    """The paragraph under a lone `RESOLVED:`, if it is worded as a decision."""
    block = next((b for b in view.blocks if b.start >= at), None)
    if block is None and (inside := next((b for b in view.blocks if b.start < at < b.end), None)):
        block = inside
    if block is None or view.text[at : block.start].strip() or not re.match(r"(?:That|To|that|to)\b", block.text):
        return []
    return [(block.start, block.end)]
