"""Tables set with spaces: a line of column heads, and cells below that begin under them.

Which lines are heads, the reader of a kind knows; so it gives the test.
"""

import itertools
import re
from collections.abc import Callable, Iterator

from sightline_reader.layout import Line, View
from sightline_reader.model import Cell, Table
from sightline_reader.tables import joined_rows

LEFT_OF_HEAD = 3
"""A cell may begin so many characters left of its head."""
PAST_COLUMN = 3
"""A piece that runs so far into the next column is prose: the table has ended."""
BLANKS = 3
"""So many blank lines in a row end a table."""
FARTHEST = 400
"""No table has more lines."""

_PIECE = re.compile(r"\S(?:\S| (?=\S))*")


def aligned_tables(
    view: View, is_head: Callable[[tuple[Cell, ...]], bool], ends: Callable[[str], bool] = lambda words: False
) -> Iterator[Table]:
    """Each table whose line of heads passes the test; a line that passes `ends` stops it."""
    lines = view.body
    n = 0
    while n < len(lines):
        words = lines[n].text.strip()
        heads = _pieces(lines[n]) if "  " in words and "|" not in words and "\t" not in words else []
        if len(heads) < 2 or not is_head(tuple(heads)):
            n += 1
            continue
        drawn, n = _drawn(lines, n, [head.start - lines[n].start for head in heads], is_head, ends)
        starts = [head.start - view.line_at(head.start).start for head in heads]
        rows = tuple(joined_rows(drawn, _widths(starts)))
        if len(rows) > 1:
            yield Table(view.page_of(heads[0].start), rows, "aligned")


def _pieces(line: Line) -> list[Cell]:
    return [Cell(m[0], line.start + m.start(), line.start + m.end()) for m in _PIECE.finditer(line.text)]


def _widths(starts: list[int]) -> list[int]:
    return [b - a for a, b in itertools.pairwise(starts)] + [60]


def _drawn(
    lines: tuple[Line, ...],
    n: int,
    starts: list[int],
    is_head: Callable[[tuple[Cell, ...]], bool],
    ends: Callable[[str], bool],
) -> tuple[list[list[Cell]], int]:
    """The lines of the table as cells under its heads, and the first line behind it."""
    drawn: list[list[Cell]] = []
    blanks = 0
    for at in range(n, min(n + FARTHEST, len(lines))):
        line = lines[at]
        if line.blank:
            blanks += 1
            drawn.append([Cell("", line.start, line.start) for _ in starts])
            if blanks >= BLANKS:
                return drawn, at
            continue
        blanks = 0
        pieces = _pieces(line)
        row = _under(line, pieces, starts)
        if row is None or (at > n and (is_head(tuple(pieces)) or ends(line.text))):
            return drawn, at
        drawn.append(row)
    return drawn, min(n + FARTHEST, len(lines))


def _under(line: Line, pieces: list[Cell], starts: list[int]) -> list[Cell] | None:
    """The cells of a line by column; None where a piece runs across columns."""
    row = [Cell("", line.start, line.start) for _ in starts]
    for piece in pieces:
        place, end = piece.start - line.start, piece.end - line.start
        column = max((k for k, start in enumerate(starts) if start <= place + LEFT_OF_HEAD), default=0)
        if column + 1 < len(starts) and end > starts[column + 1] + PAST_COLUMN:
            return None
        held = row[column]
        row[column] = piece if not held.text else Cell(f"{held.text} {piece.text}", held.start, piece.end)
    return row
