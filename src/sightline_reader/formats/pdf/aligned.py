"""Tables without ruled lines, by the gaps that stand in line down the page.

A run of lines with several pieces each makes a table when the pieces fall into the same columns. A line that only fills
some of them carries the row above on where its words would not have fitted there; else it is a row of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sightline_reader.formats.pdf.characters import PageWords
from sightline_reader.formats.pdf.pieces import Line, Piece

FEWEST_ROWS = 2
LARGEST_GAP = 3.5  # heights of a line: a larger gap down the page ends a table
TIGHT_GAP = 0.45  # heights: lines of one cell stand no further apart
FIT_SHARE = 0.8  # of lines that must fall into the columns
CARRY_SHARE = 0.5  # of lines set tight below another that must read on from it
COLUMN_GAP = 1.0  # heights: a gap narrower than this on one line is a stretched space, not a column
CLEAR_GAP = 0.25  # heights by which rows stand further apart than the lines of one cell
SLACK = 2.0  # points by which a piece may stand out of its column

SPACE = 0.25  # heights: the width of a space

DANGLING = re.compile(r"(?:and|of|for|the|to|in|on|at|with|by|from|&|.*[,/–-])", re.IGNORECASE)
MARKER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]+)[.):]*|[•●▪◦○·‣➢✓*–—-]|\d+(?:\.\d+)+")


@dataclass(slots=True)
class Part:
    """Lines of text, or, when `edges` is filled, rows of cells of lines."""

    lines: list[Line] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    left: float
    right: float


def parted_by_tables(lines: list[Line], words: PageWords) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for first, last in _runs(lines):
        columns = _columns(lines[first:last], words)
        last = _without_tail(lines, first, last, columns)
        if not columns or last - first < FEWEST_ROWS:
            continue
        if first > at:
            parts.append(Part(lines=lines[at:first]))
        parts.append(_table(lines[first:last], columns, words))
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
        while last < len(lines) and _is_near(lines[last - 1], lines[last]):
            left = _narrowed(gutters, lines[last])
            if not left:
                break
            gutters, last = left, last + 1
        runs.append((first, last))
        first = last
    return runs


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
    spans = sorted((piece.left, piece.right) for line in split for piece in _joined(line))
    columns: list[Column] = []
    for left, right in spans:
        if columns and left < columns[-1].right + SLACK:
            columns[-1] = Column(columns[-1].left, max(columns[-1].right, right))
        else:
            columns.append(Column(left, right))
    if len(columns) < 2 or _is_list(split, columns, words):
        return []
    fitting = sum(1 for line in split if len({_place(columns, p) for p in _joined(line)}) > 1)
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


def _place(columns: list[Column], piece: Piece) -> int:
    """The column that the piece begins in."""
    for number, column in enumerate(columns):
        if piece.left < column.right + SLACK:
            return number
    return len(columns) - 1


def _without_tail(lines: list[Line], first: int, last: int, columns: list[Column]) -> int:
    """Lines at the end of a run that only stand in the first column belong to what follows."""
    while last > first and columns and not _is_split(lines[last - 1]):
        if _place(columns, lines[last - 1][0]) and _gap(lines[last - 2], lines[last - 1]) < TIGHT_GAP:
            break
        last -= 1
    return last


def _gap(above: Line, line: Line) -> float:
    """In heights of a line."""
    return (line[0].top - above[0].bottom) / max(line[0].height, 1.0)


def _table(lines: list[Line], columns: list[Column], words: PageWords) -> Part:
    rows: list[list[list[Line]]] = []
    usual = _row_gap(lines, columns, words)
    for number, line in enumerate(lines):
        cells: list[Line] = [[] for _ in columns]
        for piece in line:
            cells[_place(columns, piece)].append(piece)
        if rows and _carries_on(rows[-1], cells, columns, words, _gap(lines[number - 1], line), usual):
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += [more] if more else []
        else:
            rows.append([[cell] if cell else [] for cell in cells])
    edges = (columns[0].left, *((a.right + b.left) / 2 for a, b in pairwise(columns)), columns[-1].right)
    return Part([], rows, edges, lines[0][0].top, lines[-1][0].bottom)


def _row_gap(lines: list[Line], columns: list[Column], words: PageWords) -> float:
    """The gap (in heights) from which a line begins a new row, where the table sets its rows apart; else none is."""
    gaps = sorted(round(_gap(a, b), 1) for a, b in pairwise(lines))
    wide = [gap for gap in gaps if gap - gaps[0] > CLEAR_GAP]
    if not wide:
        return 0.0
    between = (gaps[0] + wide[0]) / 2
    starts = [_gap(a, b) > between for a, b in pairwise(lines) if _starts_row(b, columns)]
    tight = [_continues(a, b, columns, words) for a, b in pairwise(lines) if _gap(a, b) < between]
    if sum(starts) >= FIT_SHARE * len(starts) or sum(tight) >= CARRY_SHARE * len(tight):
        return between
    return 0.0


def _continues(above: Line, line: Line, columns: list[Column], words: PageWords) -> bool:
    """Whether some cell of the line stops or starts in mid-phrase."""
    before = {_place(columns, piece): [piece] for piece in above}
    return any(_place(columns, p) in before and _is_mid_phrase(before[_place(columns, p)], [p], words) for p in line)


def _starts_row(line: Line, columns: list[Column]) -> bool:
    filled = {_place(columns, piece) for piece in line}
    return 0 in filled and len(filled) > 1


def _carries_on(
    row: list[list[Line]], cells: list[Line], columns: list[Column], words: PageWords, gap: float, usual: float
) -> bool:
    """Whether a line carries on the row above."""
    filled = [number for number, cell in enumerate(cells) if cell]
    if usual:
        return gap < usual and len(filled) <= sum(1 for cell in row if cell)
    if len(filled) == len(columns) or (0 in filled and len(filled) > 1) or gap > TIGHT_GAP:
        return False
    if not all(row[n] and _would_not_fit(row[n][-1], cells[n], columns[n], words) for n in filled):
        return False
    return len(filled) == 1 or any(_is_mid_phrase(row[n][-1], cells[n], words) for n in filled)


def _would_not_fit(above: Line, line: Line, column: Column, words: PageWords) -> bool:
    first = line[0]
    wide = words.rights[first.first] - words.lefts[first.first]
    return _is_mid_phrase(above, line, words) or above[-1].right + SPACE * first.height + wide > column.right + SLACK


def _is_mid_phrase(above: Line, line: Line, words: PageWords) -> bool:
    first, last = line[0].first, above[-1].last - 1
    return words.text[words.starts[first]].islower() or bool(
        DANGLING.fullmatch(words.text[words.starts[last] : words.ends[last]])
    )
