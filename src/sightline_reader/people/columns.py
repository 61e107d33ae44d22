"""Lists of people set in columns with wide gaps or tabs: which cells tell about which person."""

import re
from dataclasses import dataclass, field

from sightline_reader.people.names import name_at

SAME_COLUMN = 4
"""Cells whose first characters stand so near belong to one column."""
LEAST_ROWS = 2
LEAST_SHARE = 0.34

_CELL = re.compile(r"[^\s\t](?:[^\s]| {1,2}(?=\S))*")


@dataclass(slots=True)
class Placed:
    """A cell of the list with its column; `more` are cells below that continue it."""

    text: str
    start: int
    end: int
    column: int
    row: int
    more: list["Placed"] = field(default_factory=list)

    @property
    def whole(self) -> str:
        return " ".join([self.text, *(cell.text for cell in self.more)])


def people_in_columns(text: str, start: int, end: int) -> list[list[Placed]] | None:
    """For each person the cell with the name and the cells that tell about them; None where there are no columns."""
    rows = _rows(text, start, end)
    several = [row for row in rows if len(row) > 1]
    if len(several) < LEAST_ROWS or len(several) < LEAST_SHARE * len(rows):
        return None
    cells = [cell for row in rows for cell in row]
    named = [cell for cell in cells if name_at(cell.text)]
    if len(named) < LEAST_ROWS or any(cell.text.count(",") > 1 for cell in named):
        return None
    return _grouped(rows, named)


def _rows(text: str, start: int, end: int) -> list[list[Placed]]:
    rows: list[list[Placed]] = []
    for line in re.finditer(r"[^\r\n\f]+", text[start:end]):
        origin = start + line.start()
        line_start = text.rfind("\n", 0, origin) + 1
        cells = [
            Placed(m[0], origin + m.start(), origin + m.end(), origin + m.start() - line_start, len(rows))
            for m in _CELL.finditer(line[0])
        ]
        if cells:
            rows.append(cells)
    return rows


def _grouped(rows: list[list[Placed]], named: list[Placed]) -> list[list[Placed]]:
    groups: list[list[Placed]] = []
    for row in rows:
        for cell in row:
            if cell in named and not _continues(cell, groups):
                groups.append([cell])
            elif groups:
                _attach(cell, row, named, groups)
    return groups


def _continues(cell: Placed, groups: list[list[Placed]]) -> bool:
    """Whether the cell above in its column stopped inside a bracket."""
    above = _above(cell, groups)
    return above is not None and above.whole.count("(") > above.whole.count(")")


def _above(cell: Placed, groups: list[list[Placed]]) -> Placed | None:
    same = [c for group in groups for c in group if abs(c.column - cell.column) <= SAME_COLUMN and c.row < cell.row]
    return max(same, key=lambda c: c.row, default=None)


def _attach(cell: Placed, row: list[Placed], named: list[Placed], groups: list[list[Placed]]) -> None:
    """To the cell above where that runs on; else to the person on its line; else below the person of its column."""
    above = _above(cell, groups)
    left = [c for c in row if c in named and c.column < cell.column]
    if above is not None and (not left or above.whole.count("(") > above.whole.count(")")):
        above.more.append(cell)
        return
    owner = next((group for group in groups if left and group[0] is left[-1]), groups[-1])
    owner.append(cell)


LEAST_SIDE_BY_SIDE = 3
"""So many lines with a tab in the middle are two lists side by side."""


def side_by_side(text: str, start: int, end: int) -> list[tuple[str, list[int]]]:
    """Two lists set side by side, each put together from top to bottom: its text, and where each character stands.

    Entries run on over line ends within their own list (`Ann Lee, Head of` / `Care`), so that lines read across would
    mix them. Lines without a tab belong to the first list. Empty where the lines are no two lists.
    """
    lines = [line for line in re.finditer(r"[^\r\n\f]+", text[start:end]) if line[0].strip()]
    cut = [line[0].split("\t") for line in lines]
    pairs = [cells for cells in cut if len(cells) == 2 and all(cell.strip() for cell in cells)]
    if len(pairs) < LEAST_SIDE_BY_SIDE or any(len(cells) > 2 for cells in cut):
        return []
    if not all(_holds_names([cells[side] for cells in pairs]) for side in (0, 1)):
        return []
    return [_put_together(start, lines, cut, side) for side in (0, 1)]


def _holds_names(cells: list[str]) -> bool:
    """A list of entries: at least two begin with a name and tell more, and another line goes on with one."""
    told = [
        cell for cell in cells if (name := name_at(cell.strip())) and re.match(r"\s*[,(]", cell.strip()[name.end :])
    ]
    return len(told) > 1 and any(cell.rstrip().endswith(",") or not name_at(cell.strip()) for cell in cells)


def _put_together(start: int, lines: list[re.Match[str]], cut: list[list[str]], side: int) -> tuple[str, list[int]]:
    letters, places = "", []
    for line, cells in zip(lines, cut, strict=True):
        if side >= len(cells):
            continue
        at = start + line.start() + (len(cells[0]) + 1 if side else 0)
        if letters and not name_at(cells[side].strip()):
            letters = letters[:-1] + " "
        letters += cells[side] + "\n"
        places += range(at, at + len(cells[side]) + 1)
    return letters, places
