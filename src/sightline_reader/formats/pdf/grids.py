"""Ruled lines to grids, and pieces of text into their cells."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sightline_reader.formats.pdf.characters import PageWords
from sightline_reader.formats.pdf.pieces import Line, Piece, lines_of
from sightline_reader.formats.pdf.rulings import Rulings

SNAP = 3.0  # points within which two ruled lines are one, or touch
SMALLEST_TRACK = 5.0  # points: a row or column thinner than this is a double border
OVERHANG = 10.0  # points by which a line must stand out beyond the last upright to make an open-sided column
FEWEST_BORDERS = 3  # of columns, and of rows
TALLEST_BAND = 80.0  # points: a row between two bands of colour is no taller
MOST_LINES = 1500


@dataclass(slots=True)
class Grid:
    """Tracks of a table. `joined` maps a unit cell (row, column) to the one at whose place a merged cell begins."""

    columns: list[float]
    rows: list[float]
    joined: dict[tuple[int, int], tuple[int, int]]

    @property
    def left(self) -> float:
        return self.columns[0]

    @property
    def right(self) -> float:
        return self.columns[-1]

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]

    def holds(self, piece: Piece) -> bool:
        middle = (piece.left + piece.right) / 2
        return self.top <= piece.middle <= self.bottom and self.left <= middle <= self.right


Group = tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]


def groups_of(rulings: Rulings) -> list[Group]:
    """Level and upright lines that hang together."""
    if len(rulings.level) < 2 or len(rulings.upright) < 2 or len(rulings.level) + len(rulings.upright) > MOST_LINES:
        return []
    return list(_touching(_merged(rulings.level), _merged(rulings.upright)))


def grids_of(groups: Iterable[Group]) -> list[Grid]:
    grids = [grid for group in groups if (grid := _grid(*group))]
    whole = [grid for grid in grids if len(grid.rows) >= FEWEST_BORDERS]  # one row is a frame or a band of colour
    return [g for g in whole if not any(_inside(g, o) or _is_band(g, o) for o in grids if o is not g)]


def frames_of(groups: Iterable[Group]) -> list[Grid]:
    """Boxes with nothing drawn inside."""
    return [Grid([u[0][0], u[-1][0]], [h[0][0], h[-1][0]], {}) for h, u in groups if len(h) == 2 and len(u) == 2]


def _is_band(grid: Grid, other: Grid) -> bool:
    """Rows of the same columns set apart are bands of colour behind a table whose other rows have none."""
    apart = max(other.top - grid.bottom, grid.top - other.bottom)
    return _are_same(grid.columns, other.columns) and SMALLEST_TRACK < apart < TALLEST_BAND


def _are_same(columns: list[float], others: list[float]) -> bool:
    return len(columns) == len(others) and all(abs(a - b) <= SNAP for a, b in zip(columns, others, strict=True))


def _inside(grid: Grid, other: Grid) -> bool:
    return (
        other.left <= grid.left and grid.right <= other.right and other.top <= grid.top and grid.bottom <= other.bottom
    )


def _merged(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines that lie on each other or carry each other on, as one."""
    merged: list[tuple[float, float, float]] = []
    for track in _tracks(lines):
        at = sum(line[0] for line in track) / len(track)
        start, end = None, None
        for _, low, high in sorted(track, key=lambda line: line[1]):
            if start is None:
                start, end = low, high
            elif low <= end + SNAP:
                end = max(end, high)
            else:
                merged.append((at, start, end))
                start, end = low, high
        merged.append((at, start, end))
    return merged


def _tracks(lines):
    """Groups of lines at the same height (or the same distance from the left)."""
    group: list[tuple[float, float, float]] = []
    for line in sorted(lines):
        if group and line[0] - group[-1][0] > SNAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _touching(level, upright):
    """Groups of level and upright lines that hang together."""
    owner = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for j, (x, top, bottom) in enumerate(upright, len(level)):
        for i, (y, left, right) in enumerate(level):
            if left - SNAP <= x <= right + SNAP and top - SNAP <= y <= bottom + SNAP:
                owner[root(i)] = root(j)
    groups: dict[int, tuple[list, list]] = {}
    for i, line in enumerate([*level, *upright]):
        groups.setdefault(root(i), ([], []))[i >= len(level)].append(line)
    return groups.values()


def _grid(level, upright) -> Grid | None:
    if len(level) < 2 or not upright:
        return None
    columns = _positions([x for x, _, _ in upright], [x for _, x, _ in level], [x for _, _, x in level])
    rows = _positions([y for y, _, _ in level], [y for _, y, _ in upright], [y for _, _, y in upright])
    if len(columns) < FEWEST_BORDERS or len(rows) < 2:
        return None  # one column is a frame around text, or bands of colour behind a table
    return Grid(columns, rows, _joined_cells(columns, rows, level, upright))


def _positions(own: list[float], starts: list[float], ends: list[float]) -> list[float]:
    found = sorted(own)
    if min(starts) < found[0] - OVERHANG:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + OVERHANG:
        found.append(max(ends))
    kept = found[:1]
    for position in found[1:]:
        if position - kept[-1] >= SMALLEST_TRACK:
            kept.append(position)
    return kept


def _joined_cells(columns, rows, level, upright) -> dict[tuple[int, int], tuple[int, int]]:
    """A unit cell with no line above it or left of it belongs to its neighbour there."""
    joined: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(len(rows) - 1):
        y = (rows[r] + rows[r + 1]) / 2
        walls = [x for x, top, bottom in upright if top - SNAP <= y <= bottom + SNAP]
        for c in range(len(columns) - 1):
            x = (columns[c] + columns[c + 1]) / 2
            if c and not _has_line(walls, columns[c]):
                joined[r, c] = joined[r, c - 1]
            elif r and not any(abs(at - rows[r]) < SMALLEST_TRACK and a - SNAP <= x <= b + SNAP for at, a, b in level):
                joined[r, c] = joined[r - 1, c]
            else:
                joined[r, c] = (r, c)
    return joined


def _has_line(positions: list[float], at: float) -> bool:
    return any(abs(position - at) < SMALLEST_TRACK for position in positions)


def fill(grid: Grid, pieces: Iterable[Piece], words: PageWords) -> list[list[list[Line]]]:
    """For each row the lines of each cell; a merged cell's text stands where the cell begins, the rest is empty."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        first, last = _cell_at(grid, piece.left + 1, piece.middle), _cell_at(grid, piece.right - 1, piece.middle)
        if first == last:
            cells.setdefault(first, []).append(piece)
        else:
            for cell, part in _parted(grid, piece, words):
                cells.setdefault(cell, []).append(part)
    width = len(grid.columns) - 1
    return [[_lines_in(cells.get((r, c), []), words) for c in range(width)] for r in range(len(grid.rows) - 1)]


def _lines_in(pieces: list[Piece], words: PageWords) -> list[Line]:
    """Text set upright (heads of narrow columns) goes on from left to right, and makes one line."""
    if words.upright and pieces and all(piece.first in words.upright for piece in pieces):
        return [sorted(pieces, key=lambda piece: piece.left)]
    return lines_of(pieces)


def _cell_at(grid: Grid, x: float, y: float) -> tuple[int, int]:
    row = min(max(bisect_right(grid.rows, y) - 1, 0), len(grid.rows) - 2)
    column = min(max(bisect_right(grid.columns, x) - 1, 0), len(grid.columns) - 2)
    return grid.joined[row, column]


def _parted(grid: Grid, piece: Piece, words: PageWords) -> Iterable[tuple[tuple[int, int], Piece]]:
    """A piece that runs over the border of its cell is taken apart there; a word lies where its middle does."""
    parts: list[tuple[tuple[int, int], Piece]] = []
    for i in range(piece.first, piece.last):
        left, right = words.lefts[i], words.rights[i]
        cell = _cell_at(grid, (left + right) / 2, piece.middle)
        if parts and parts[-1][0] == cell:
            parts[-1][1].last, parts[-1][1].right = i + 1, right
        else:
            parts.append((cell, Piece(i, i + 1, left, words.tops[i], right, words.bottoms[i])))
    return parts
