"""What repeats at the head and foot of pages: running titles, page numbers. Kept once, taken out elsewhere."""

import re
from collections import Counter

EDGE_LINES = 4  # lines looked at from the head and from the foot
DEEPEST = 0.16  # of the page's height: furniture lies no further in
SHARE = 0.4  # of the pages on which a line must stand
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:page|p\.?|pg\.?)?\s*[-–—|]?\s*#\s*(?:[-–—|]|(?:of|/|\|)\s*#)?\s*(?:\|?\s*p\s?a\s?g\s?e)?", re.IGNORECASE
)


def furniture_of(scans) -> list[list[tuple[int, int]]]:
    """For each page the spans of its text to take out, in order. The first showing of a running title stays."""
    shown = [_edge_lines(scan) for scan in scans]
    counts = Counter(key for lines in shown for key in {key for key, _ in lines})
    needed = max(2, SHARE * len(scans)) if len(scans) < 8 else max(3, SHARE * len(scans) / 4)
    seen: set[str] = set()
    cuts = []
    for lines in shown:
        spans = []
        for key, line in lines:
            number = PAGE_NUMBER.fullmatch(key[1])
            if number or (counts[key] >= needed and key[1] in seen):
                spans.append((line.start, line.end))
            seen.add(key[1])
        cuts.append(sorted(spans))
    return cuts


def _edge_lines(scan):
    lines = scan.page.lines
    found = {}
    for line in [*lines[:EDGE_LINES], *lines[-EDGE_LINES:]]:
        head, foot = line.bottom < DEEPEST * scan.height, line.top > (1 - DEEPEST) * scan.height
        if head or foot:
            text = " ".join(scan.page.text[line.start : line.end].split())
            found[line.start] = (("head" if head else "foot", NUMBER.sub("#", text)), line)
    return list(found.values())
