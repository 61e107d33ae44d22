"""What repeats at the head and foot of pages: running titles, page numbers, a table's head carried over.

A page number goes; a running title stays where it first shows and goes elsewhere, so that no sentence is broken by it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sightline_reader.formats.pdf.composing import PageText, WrittenLine

EDGE_LINES = 4  # lines looked at from the head, and from the foot
DEEPEST = 0.16  # of the page's height: furniture lies no further in
FEWEST = 2  # pages on which a running title stands
SHARE = 0.1  # of the pages, in a long file (chapters may have titles of their own)
MOST_NUMBERS = 4  # in one line, each of which may be the page's
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:page|p\.?|pg\.?)?\s*[-–—|]?\s*(\d+)\s*(?:[-–—|]|(?:of|/|\|)\s*\d+)?(?:\s*\|?\s*p\s?a\s?g\s?e)?", re.IGNORECASE
)

Span = tuple[int, int]


def furniture_of(pages: Sequence[PageText], heights: Sequence[float]) -> list[list[Span]]:
    """For each page the spans of its text to take out."""
    edges = [list(_edge_lines(page, height)) for page, height in zip(pages, heights, strict=True)]
    keyed = [
        [(line, text, _keys(side, text, number)) for side, line, text in lines] for number, lines in enumerate(edges, 1)
    ]
    counts = Counter(key for lines in keyed for key in {key for _, _, keys in lines for key in keys})
    needed = max(FEWEST, SHARE * len(pages))
    shown: set[str] = set()
    cuts = []
    for number, lines in enumerate(keyed, 1):
        spans = []
        for line, text, keys in lines:
            repeated = {key for key in keys if counts[key] >= needed}
            if _is_page_number(line, text, number, bool(repeated)) or repeated & shown:
                spans.append((line.start, line.end))
        shown.update(key for _, _, keys in lines for key in keys)
        cuts.append(spans)
    return cuts


def _edge_lines(page: PageText, height: float) -> Iterator[tuple[str, WrittenLine, str]]:
    heads = [line for line in page.lines if line.bottom < DEEPEST * height]
    feet = [line for line in page.lines if line.top > (1 - DEEPEST) * height]
    for line in sorted(heads, key=lambda line: line.top)[:EDGE_LINES]:
        yield "head", line, " ".join(page.text[line.start : line.end].split())
    for line in sorted(feet, key=lambda line: -line.bottom)[:EDGE_LINES]:
        yield "foot", line, " ".join(page.text[line.start : line.end].split())


def _keys(side: str, text: str, page: int) -> list[str]:
    """What a line is known by from page to page: itself, or itself with one number counted from the page's."""
    keys = [f"{side} {text}"]
    for number in list(NUMBER.finditer(text))[:MOST_NUMBERS]:
        if len(number[0]) < 5:
            keys.append(f"{side} {text[: number.start()]}<{int(number[0]) - page}>{text[number.end() :]}")
    return keys


def _is_page_number(line: WrittenLine, text: str, page: int, is_repeated: bool) -> bool:
    """A row of a table has no height: a figure in one is no page number."""
    number = PAGE_NUMBER.fullmatch(text)
    if not number or not line.height:
        return False
    return is_repeated or not text.isdigit() or int(number[1]) == page
