"""Words to pieces (words that follow each other closely on one line) and pieces to lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import ne, sub

from sightline_reader.formats.pdf.characters import PageWords

# In heights of a word's box, which stands about 1.15 of the type size:
WIDE_GAP = 0.7  # from here on a gap parts two pieces; spaces in justified text stay below
BACKWARD = 0.3
SAME_LINE = 0.35
LEVEL = 2.0  # points within which upright words stand over each other


@dataclass(slots=True)
class Piece:
    """Words `first` to `last` (not included) of a page."""

    first: int
    last: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


Line = list[Piece]


def pieces_of(words: PageWords) -> list[Piece]:
    """Pieces in the order of the file."""
    if not len(words):
        return []
    bounds = [0, *_breaks(words), len(words)]
    lefts, tops, rights, bottoms = words.lefts, words.tops, words.rights, words.bottoms
    pieces = [
        Piece(a, b, lefts[a], tops[a], rights[b - 1], bottoms[a])  # a piece stands as high as its first word
        for a, b in pairwise(bounds)
    ]
    for piece in pieces if words.upright else ():
        if piece.first in words.upright:
            piece.top, piece.bottom = min(tops[piece.first : piece.last]), max(bottoms[piece.first : piece.last])
    return pieces


def _breaks(words: PageWords) -> list[int]:
    """The words that do not follow closely on the same line upon the word before them."""
    lefts, tops, rights, bottoms = words.lefts, words.tops, words.rights, words.bottoms
    least = WIDE_GAP * min(map(sub, bottoms, tops))
    doubtful = {
        i for i, (left, right) in enumerate(zip(lefts[1:], rights, strict=False), 1) if not 0 < left - right < least
    }
    doubtful.update(compress(count(1), map(ne, tops[1:], tops)))
    upright = words.upright
    if upright:
        doubtful -= {i for i in doubtful if {i, i - 1} & upright and abs(lefts[i] - lefts[i - 1]) < LEVEL}
    return [
        i
        for i in sorted(doubtful)
        if not _follows(
            lefts[i] - rights[i - 1], tops[i] + bottoms[i] - tops[i - 1] - bottoms[i - 1], bottoms[i - 1] - tops[i - 1]
        )
    ]


def _follows(gap: float, drop: float, height: float) -> bool:
    """`drop` is twice the way down from the middle of one word to the middle of the next."""
    return -BACKWARD * height < gap < WIDE_GAP * height and abs(drop) < 2 * SAME_LINE * height


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Pieces whose middles lie level make a line, from left to right; lines from the top down."""
    pieces = list(pieces)
    if len(pieces) < 2:
        return [pieces] if pieces else []
    lines: list[Line] = []
    level = height = 0.0
    for piece in sorted(pieces, key=lambda p: p.top + p.bottom):
        if lines and piece.middle - level < SAME_LINE * min(height, piece.height):
            lines[-1].append(piece)
        else:
            lines.append([piece])
            level, height = piece.middle, piece.height
    for line in lines:
        if len(line) > 1:
            line.sort(key=lambda p: p.left)
    return lines
