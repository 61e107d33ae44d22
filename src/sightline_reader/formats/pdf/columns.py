"""Columns of prose: a page, or a part of it, that is read down one side and then down the other.

A gutter is a strip that few lines cross. What crosses it (a title, a wide table) parts the page into bands; in each
band the left side comes first. Sides that do not look like prose are left together: a table without ruled lines has
gutters too, and is read across.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import Protocol

from sightline_reader.formats.pdf.pieces import Piece, lines_of

STEP = 4.0  # points: how finely gutters are looked for
NARROWEST_GUTTER = 8.0
MARGIN = 0.2  # of the width of the text, at each side, where no gutter is looked for
MOST_CROSSING = 0.15  # of all pieces
FEWEST_PIECES = 10  # on the page, and half as many on each side
FEWEST_LINES = 4  # of prose on each side of a band
WORDS_OF_PROSE = 4  # in the middling line
FILL_OF_PROSE = 0.5  # of the side's width, by the middling line
PARAGRAPH_GAP = 0.5  # of a line's height
LEVEL = 3.0  # points within which two paragraphs begin level
LEVEL_SHARE = 0.7  # of paragraphs that begin level: then they are rows
DEEPEST = 3  # sides within sides


class Placed(Protocol):
    left: float
    top: float
    right: float
    bottom: float


Region = list[Placed]


def regions_of(pieces: Sequence[Piece], tables: Sequence[Placed], depth: int = 0) -> list[Region]:
    """Parts of the page in reading order, each to be read from the top down."""
    whole = [*pieces, *tables]
    at = _gutter(pieces) if depth < DEEPEST else None
    if at is None:
        return [whole]
    regions: list[Region] = []
    for band in _bands(whole, at):
        left = [thing for thing in band if (thing.left + thing.right) / 2 < at]
        right = [thing for thing in band if (thing.left + thing.right) / 2 >= at]
        if (
            any(_crosses(thing, at) for thing in band)
            or not (_is_prose(left) and _is_prose(right))
            or _is_level(left, right)
        ):
            regions = _with_whole(regions, band)
        else:
            for side in (left, right):
                inner = [thing for thing in side if isinstance(thing, Piece)]
                regions += regions_of(inner, [thing for thing in side if not isinstance(thing, Piece)], depth + 1)
            regions.append([])
    return [region for region in regions if region]


def _with_whole(regions: list[Region], band: Region) -> list[Region]:
    """Bands that are read across hang together as long as no columns stand between them."""
    if regions and regions[-1]:
        return [*regions[:-1], regions[-1] + band]
    return [*regions, band]


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the widest strip that the fewest pieces cross, or None."""
    if len(pieces) < FEWEST_PIECES:
        return None
    start, end = min(p.left for p in pieces), max(p.right for p in pieces)
    width = end - start
    if 2 * sum(1 for p in pieces if p.right - p.left > width * 0.6) > len(pieces):
        return None
    steps = int(width / STEP) + 2
    changes = [0] * (steps + 1)
    for p in pieces:
        changes[int((p.left - start) / STEP)] += 1
        changes[int((p.right - start) / STEP) + 1] -= 1
    cover = list(accumulate(changes))
    strips = _strips(cover[:steps], MOST_CROSSING * len(pieces), int(MARGIN * steps))
    if not strips:
        return None
    first, last = max(strips, key=lambda strip: strip[1] - strip[0])
    at = start + STEP * (first + last + 1) / 2
    sides = sum(1 for p in pieces if p.right <= at), sum(1 for p in pieces if p.left >= at)
    return at if min(sides) >= FEWEST_PIECES / 2 else None


def _strips(cover: list[int], most: float, margin: int) -> list[tuple[int, int]]:
    """Runs of steps, away from the margins, that no more than `most` pieces cover and wide enough to be a gutter."""
    strips, first = [], None
    for step in range(margin, len(cover) - margin + 1):
        is_free = step < len(cover) - margin and cover[step] <= most
        if is_free and first is None:
            first = step
        elif not is_free and first is not None:
            if (step - first) * STEP >= NARROWEST_GUTTER:
                strips.append((first, step - 1))
            first = None
    return strips


def _crosses(thing: Placed, at: float) -> bool:
    return thing.left < at - STEP / 2 and thing.right > at + STEP / 2


def _bands(things: Sequence[Placed], at: float) -> list[Region]:
    """From the top down: what crosses the gutter, and what stands between two things that cross it."""
    crossing = sorted((thing for thing in things if _crosses(thing, at)), key=lambda thing: thing.top)
    rest = sorted((thing for thing in things if not _crosses(thing, at)), key=lambda thing: thing.top)
    bands: list[Region] = []
    for thing in crossing:
        above = [
            other
            for other in rest
            if (other.top + other.bottom) / 2 < (thing.top + min(thing.bottom, thing.top + 14)) / 2
        ]
        rest = rest[len(above) :]
        bands += [above, [thing]] if above else [[thing]]
    return [*bands, rest] if rest else bands


def _is_prose(side: Sequence[Placed]) -> bool:
    pieces = [thing for thing in side if isinstance(thing, Piece)]
    lines = lines_of(pieces)
    if len(lines) < FEWEST_LINES:
        return False
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    words = median(sum(p.last - p.first for p in line) for line in lines)
    filled = median(line[-1].right - line[0].left for line in lines)
    return words >= WORDS_OF_PROSE and filled >= FILL_OF_PROSE * width


def _is_level(left: Sequence[Placed], right: Sequence[Placed]) -> bool:
    """Whether the paragraphs of both sides begin at the same heights: then the sides are cells, and rows read across."""
    ours, theirs = _paragraph_tops(left), _paragraph_tops(right)
    if min(len(ours), len(theirs)) < 2:
        return False
    level = sum(1 for top in ours if any(abs(top - other) <= LEVEL for other in theirs))
    return level >= LEVEL_SHARE * max(len(ours), len(theirs))


def _paragraph_tops(side: Sequence[Placed]) -> list[float]:
    lines = lines_of(thing for thing in side if isinstance(thing, Piece))
    gaps = [0.0, *(b[0].top - a[0].bottom for a, b in pairwise(lines))]
    usual = median(gaps) if gaps else 0.0
    return [
        line[0].top
        for number, (line, gap) in enumerate(zip(lines, gaps, strict=True))
        if number == 0 or gap > usual + PARAGRAPH_GAP * line[0].height
    ]
