"""Tables without ruled lines, by the gaps that stand in line down the page.

A run of lines with several pieces each makes a table when the pieces fall into the same columns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sightline_reader.formats.pdf.characters import PageWords
from sightline_reader.formats.pdf.pieces import Line, Piece
from sightline_reader.formats.pdf.rows import SLACK, TIGHT_GAP, Column, Level, gap_between, place_of, rows_of

FEWEST_ROWS = 2
LARGEST_GAP = 3.5  # heights of a line: a larger gap down the page ends a table
OTHER_SIZE = 0.1  # of a line's height
FIT_SHARE = 0.8  # of lines that must fall into the columns
COLUMN_GAP = 1.0  # heights: a gap narrower than this on one line is a stretched space, not a column

MARKER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]+)[.):]*|[•●▪◦○·‣➢✓*–—-]|\d+(?:\.\d+)+")


@dataclass(slots=True)
class Part:
    """Lines of text, or, when `edges` is filled, rows of cells of lines."""

    lines: list[Line] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    top: float = 0.0
    bottom: float = 0.0


def parted_by_tables(lines: list[Line], words: PageWords, levels: Sequence[Level]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for first, last in _runs(lines):
        columns = _columns(lines[first:last], words)
        last = _without_tail(lines, first, last, columns)
        if not columns or last - first < FEWEST_ROWS:
            continue
        if first > at:
            parts.append(Part(lines=lines[at:first]))
        parts.append(_table(lines[first:last], columns, words, levels))
        at = last
    if at < len(lines):
        parts.append(Part(lines=lines[at:]))
    return parts


def _is_split(line: Line) -> bool:
    return any(b.left - a.right > COLUMN_GAP * a.height for a, b in pairwise(line))


def _runs(lines: list[Line]) -> list[tuple[int, int]]:
    """Stretches that begin with a split line and go on while lines are split, or stand within the run's columns."""
    runs, first = [], 0
    while first < len(lines):
        if not _is_split(lines[first]):
            first += 1
            continue
        last, gutters = first + 1, _gutters(lines[first])
        while last < len(lines) and _is_near(lines[last - 1], lines[last]) and not _is_heading(lines, first, last):
            left = _narrowed(gutters, lines[last])
            if not left:
                break
            gutters, last = left, last + 1
        runs.append((first, last))
        first = last
    return runs


def _is_heading(lines: list[Line], first: int, at: int) -> bool:
    """A lone line of another size, or set clearly further off than the lines before it, belongs to what follows."""
    line = lines[at]
    if len(line) > 1 or line[0].left > lines[first][0].right:
        return False
    widest = max((gap_between(a, b) for a, b in pairwise(lines[first:at])), default=0.0)
    other_size = abs(line[0].height - lines[first][0].height) > OTHER_SIZE * line[0].height
    return other_size or gap_between(lines[at - 1], line) > max(widest, 0.5) + TIGHT_GAP


def _is_near(above: Line, line: Line) -> bool:
    return line[0].top - above[0].bottom < LARGEST_GAP * line[0].height


def _gutters(line: Line) -> list[tuple[float, float]]:
    return [(a.right, b.left) for a, b in pairwise(line) if b.left - a.right > COLUMN_GAP * a.height]


def _narrowed(gutters: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """What is left of the gutters when the line's pieces have taken their place."""
    for piece in line:
        cut = []
        for left, right in gutters:
            if piece.right <= left or piece.left >= right:
                cut.append((left, right))
            else:
                cut += [(left, piece.left), (piece.right, right)]
        gutters = [(left, right) for left, right in cut if right - left > SLACK]
    return gutters


def _columns(lines: list[Line], words: PageWords) -> list[Column]:
    """The columns that most of the split lines share; none where the first holds only list markers of a single text."""
    split = [line for line in lines if _is_split(line)]
    if len(split) < FEWEST_ROWS:
        return []
    pieces = [_joined(line) for line in split]
    usual = Counter(map(len, pieces)).most_common(1)[0][0]  # a head over several columns has fewer pieces than they
    spans = sorted((piece.left, piece.right) for line in pieces if len(line) >= usual for piece in line)
    columns: list[Column] = []
    for left, right in spans:
        if columns and left < columns[-1].right + SLACK:
            columns[-1] = Column(columns[-1].left, max(columns[-1].right, right))
        else:
            columns.append(Column(left, right))
    if len(columns) < 2 or _is_list(split, columns, words):
        return []
    fitting = sum(1 for line in pieces if len({place_of(columns, piece) for piece in line}) > 1)
    return columns if fitting >= FIT_SHARE * len(split) else []


def _joined(line: Line) -> Line:
    """Pieces parted by no more than a stretched space, as one."""
    joined: Line = []
    for piece in line:
        if joined and piece.left - joined[-1].right <= COLUMN_GAP * piece.height:
            before = joined[-1]
            joined[-1] = Piece(before.first, piece.last, before.left, before.top, piece.right, before.bottom)
        else:
            joined.append(piece)
    return joined


def _is_list(lines: Sequence[Line], columns: list[Column], words: PageWords) -> bool:
    if len(columns) != 2:
        return False
    firsts = [line[0] for line in lines]
    texts = [words.text[words.starts[p.first] : words.ends[p.last - 1]] for p in firsts if p.right <= columns[0].right]
    return all(MARKER.fullmatch(text) for text in texts)


def _without_tail(lines: list[Line], first: int, last: int, columns: list[Column]) -> int:
    """Lines at the end of a run that only stand in the first column belong to what follows."""
    while last > first and columns and not _is_split(lines[last - 1]):
        if place_of(columns, lines[last - 1][0]) and gap_between(lines[last - 2], lines[last - 1]) < TIGHT_GAP:
            break
        last -= 1
    return last


def _table(lines: list[Line], columns: list[Column], words: PageWords, levels: Sequence[Level]) -> Part:
    edges = (columns[0].left, *((a.right + b.left) / 2 for a, b in pairwise(columns)), columns[-1].right)
    return Part([], rows_of(lines, columns, words, levels), edges, lines[0][0].top, lines[-1][0].bottom)
