"""Figures of charts and infographics, where a caption and its number stand one under the other with nothing between."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from sightline_reader.layout import Spans, View
from sightline_reader.numbers import figures
from sightline_reader.passages import FIGURE_ALONE, Passage, passages

LEAST_PAIRS = 3
"""Fewer pairs of caption and number are chance."""

REACH = 4
"""Lines between a caption and its number."""


def charted(view: View, tables: Spans, make: Callable[..., Any]) -> Iterator[Any]:
    """What `make(label, figure, period, start, end)` gives for each caption with a number of its own under it, outside tables."""
    flow = tuple(p for p in passages(view) if p.start not in tables)
    captions = [p for p in flow if _is_caption(p)]
    pairs = [(above, p) for p in flow if FIGURE_ALONE.fullmatch(p.text) and (above := _caption_over(p, captions, flow))]
    for unit in ("%", "count"):
        alike = [(a, p, f[0]) for a, p in pairs if (f := figures(p.text)) and f[0].unit == unit]
        if len(alike) >= LEAST_PAIRS:
            for caption, number, figure in alike:
                yield make(caption.text, figure, None, number.start, number.end)


def _is_caption(passage: Passage) -> bool:
    words = passage.text.split()
    return len(words) <= 5 and bool(re.match(r"[A-Z][A-Za-z]", passage.text)) and passage.text[-1] not in ".:;,"


def _caption_over(number: Passage, captions: list[Passage], flow: tuple[Passage, ...]) -> Passage | None:
    """The caption just above a number, when no other passage of its column stands between them."""
    left, right = number.indent, number.indent + len(number.text)
    over = [p for p in captions if 0 < number.rows[0] - p.rows[1] <= REACH and _meets(p, left, right)]
    if not over:
        return None
    caption = max(over, key=lambda p: p.rows[1])
    between = (p for p in flow if caption.rows[1] < p.rows[0] < number.rows[0] and _meets(p, left, right))
    return None if any(between) else caption


def _meets(passage: Passage, left: int, right: int) -> bool:
    return any(piece.left < right + 2 and left < piece.right + 2 for piece in passage.pieces)
