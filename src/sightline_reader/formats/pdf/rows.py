"""The lines of a table without a grid, as rows.

Where level lines part the rows, they tell; else a wider gap does; else a line that fills only some columns carries the
row above on where its words would not have fitted there, and is a row of its own where they would.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sightline_reader.formats.pdf.characters import PageWords
from sightline_reader.formats.pdf.pieces import Line, Piece

# Gaps in heights of a line:
TIGHT_GAP = 0.45  # lines of one cell stand no further apart
CLEAR_GAP = 0.25  # by which rows stand further apart than the lines of one cell
SPACE = 0.25  # the width of a space

FIT_SHARE = 0.8  # of the lines that look like first lines of rows, which must follow a wide gap
CARRY_SHARE = 0.5  # of lines set tight below another that must read on from it
GROUPED_SHARE = 0.2  # of lines that may begin a row without a level line above them
WIDE_RULE = 0.5  # of the table's width
SLACK = 2.0  # points by which a piece may stand out of its column

DANGLING = re.compile(r"(?:and|of|for|the|to|in|on|at|with|by|from|&|.*[,/–-])", re.IGNORECASE)

Level = tuple[float, float, float]
Row = list[list[Line]]


@dataclass(frozen=True, slots=True)
class Column:
    left: float
    right: float


def place_of(columns: list[Column], piece: Piece) -> int:
    """The column that the piece begins in."""
    for number, column in enumerate(columns):
        if piece.left < column.right + SLACK:
            return number
    return len(columns) - 1


def gap_between(above: Line, line: Line) -> float:
    """In heights of a line."""
    return (line[0].top - above[0].bottom) / max(line[0].height, 1.0)


def rows_of(lines: list[Line], columns: list[Column], words: PageWords, levels: Sequence[Level]) -> list[Row]:
    bands = _bands(lines, columns, words, levels)
    between = _row_gap(lines, columns, words)
    rows: list[Row] = []
    for number, line in enumerate(lines):
        cells = _cells(line, columns)
        if number == 0:
            carries = False
        elif bands:
            carries = bands[number] == bands[number - 1]
        else:
            carries = _carries_on(rows[-1], cells, columns, words, gap_between(lines[number - 1], line), between)
        if carries:
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += [more] if more else []
        else:
            rows.append([[cell] if cell else [] for cell in cells])
    return rows


def _cells(line: Line, columns: list[Column]) -> list[Line]:
    cells: list[Line] = [[] for _ in columns]
    for piece in line:
        cells[place_of(columns, piece)].append(piece)
    return cells


def _bands(lines: list[Line], columns: list[Column], words: PageWords, levels: Sequence[Level]) -> list[int]:
    """For each line the band between level lines that it stands in; nothing where the bands are not rows."""
    width = columns[-1].right - columns[0].left
    top, bottom = lines[0][0].middle, lines[-1][0].middle
    rules = sorted(y for y, left, right in levels if top < y < bottom and right - left >= WIDE_RULE * width)
    bands = [bisect(rules, line[0].middle) for line in lines]
    grouped = sum(
        1
        for number, (above, line) in enumerate(pairwise(lines), 1)
        if bands[number] == bands[number - 1]
        and _starts_row(line, columns)
        and not _continues(above, line, columns, words)
    )
    return bands if len(rules) > 1 and grouped <= GROUPED_SHARE * len(lines) else []


def _row_gap(lines: list[Line], columns: list[Column], words: PageWords) -> float:
    """The gap (in heights) from which a line begins a new row, where the table sets its rows apart; else none is."""
    gaps = sorted(round(gap_between(a, b), 1) for a, b in pairwise(lines))
    wide = [gap for gap in gaps if gap - gaps[0] > CLEAR_GAP]
    if not wide:
        return 0.0
    between = (gaps[0] + wide[0]) / 2
    starts = [gap_between(a, b) > between for a, b in pairwise(lines) if _starts_row(b, columns)]
    tight = [_continues(a, b, columns, words) for a, b in pairwise(lines) if gap_between(a, b) < between]
    if sum(starts) >= FIT_SHARE * len(starts) or sum(tight) >= CARRY_SHARE * len(tight):
        return between
    return 0.0


def _continues(above: Line, line: Line, columns: list[Column], words: PageWords) -> bool:
    """Whether some cell of the line stops or starts in mid-phrase."""
    before = {place_of(columns, piece): [piece] for piece in above}
    return any(
        place_of(columns, p) in before and _is_mid_phrase(before[place_of(columns, p)], [p], words) for p in line
    )


def _starts_row(line: Line, columns: list[Column]) -> bool:
    filled = {place_of(columns, piece) for piece in line}
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
