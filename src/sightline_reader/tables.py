"""Tables drawn in plain text: Markdown, bars with wrapped cells, tabs.

A cell that wraps over lines has a span from its first to its last word; words of its neighbours may lie between.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from sightline_reader.model import Cell, Table

RULE = re.compile(r"[\s|:+=_-]*-[\s|:+=_-]*$")
LEAST_ROWS = 2


def tables_in(text: str, page_of: Callable[[int], int]) -> tuple[Table, ...]:
    """Tables with bars, then tables with tabs, in reading order."""
    found = [
        *(_runs(text, _bars, page_of, "markdown") if "|" in text else ()),
        *(_runs(text, _tabs, page_of, "tabs") if "\t" in text else ()),
        *_with_strokes(text, page_of),
    ]
    return tuple(sorted(found, key=lambda table: table.rows[0][0].start))


_STROKE_HEAD = re.compile(
    r"(?im)^(?:name|member|attendee|action|no\.?|agency|organisation)s?\b[^\n/]{0,30}(?: / ?[^\n/]{0,40}){1,6}$"
)


def _with_strokes(text: str, page_of: Callable[[int], int]) -> Iterator[Table]:
    """Tables whose cells are parted by strokes, `Name / Title / Present`, as some converters print them."""
    for head in _STROKE_HEAD.finditer(text) if " / " in text else ():
        rows = []
        for line in re.finditer(r"[^\r\n\f]*(?:\r?\n|$)", text[head.start() :]):
            words = line[0].rstrip("\r\n")
            if " /" not in words:
                break
            rows.append(tuple(_cells(head.start() + line.start(), words, " /")))
        if len(rows) > LEAST_ROWS:
            yield Table(page_of(head.start()), tuple(rows), "strokes")


def _bars(line: str) -> bool:
    return line.count("|") >= 2 or (line.count("|") == 1 and line.rstrip().endswith("|"))


def _tabs(line: str) -> bool:
    return "\t" in line.lstrip() and "|" not in line


def _runs(text: str, belongs: Callable[[str], bool], page_of: Callable[[int], int], origin: str) -> Iterator[Table]:
    """Each run of neighbouring lines that belong to one table."""
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\r\n\f]+", text)]
    for inside, run in groupby(lines, key=lambda line: belongs(line[1])):
        rows = _rows(list(run), origin) if inside else ()
        if len(rows) >= LEAST_ROWS:
            yield Table(page_of(rows[0][0].start), rows, origin)


def _rows(lines: list[tuple[int, str]], origin: str) -> tuple[tuple[Cell, ...], ...]:
    mark = "|" if origin == "markdown" else "\t"
    drawn = [[*_cells(at, line, mark)] for at, line in lines if not RULE.match(line)]
    if mark == "|" and _is_wrapped(lines):
        return tuple(joined_rows(drawn, _widths(lines)))
    return tuple(tuple(row) for row in drawn if any(cell.text for cell in row))


def _cells(at: int, line: str, mark: str) -> Iterator[Cell]:
    inner = line.rstrip()
    left = len(line) - len(line.lstrip()) + 1 if mark == "|" and line.lstrip().startswith("|") else 0
    right = len(inner) - 1 if mark == "|" and inner.endswith("|") and len(inner) > left else len(inner)
    place = left
    for part in inner[left:right].split(mark):
        start = at + place + len(part) - len(part.lstrip())
        yield Cell(" ".join(part.split()), start, start + len(part.strip()))
        place += len(part) + len(mark)


def _is_wrapped(lines: list[tuple[int, str]]) -> bool:
    """Bars at the same places on most lines and no rule under the head: cells are padded, so long ones wrap."""
    places = [tuple(n for n, c in enumerate(line.strip()) if c == "|") for _, line in lines]
    commonest = max(places.count(p) for p in places)
    return commonest >= 4 and commonest >= 0.6 * len(places) and not any(RULE.match(line) for _, line in lines)


def _widths(lines: list[tuple[int, str]]) -> list[int]:
    """The room of each column, from the commonest places of the bars."""
    drawn = [tuple(len(part) for part in line.strip().strip("|").split("|")) for _, line in lines]
    return list(max(drawn, key=drawn.count))


def joined_rows(drawn: list[list[Cell]], widths: list[int]) -> Iterator[tuple[Cell, ...]]:
    """Rows put together from drawn lines, each line continuing or breaking the cells above it."""
    held: list[list[Cell]] = []
    for row in (row for row in drawn if len(row) == len(widths)):
        if held and _begins_row(row, held, widths):
            yield _one_row(held)
            held = []
        held.append(row)
    if held:
        yield _one_row(held)


def _begins_row(row: list[Cell], held: list[list[Cell]], widths: list[int]) -> bool:
    """A line begins a row when more of its cells begin anew than run on: two of them, or the first.

    What fills only columns that are empty so far belongs to the row still.
    """
    filled = {n for n, cell in enumerate(row) if cell.text}
    if not any(line[n].text for line in held for n in filled):
        return False
    joints = [_joint(held[-1][n], row[n], widths[n]) for n in sorted(filled)]
    begun = joints.count("begins")
    return begun > joints.count("runs on") and (begun > 1 or (0 in filled and joints[0] == "begins"))


def _joint(above: Cell, cell: Cell, width: int) -> str:
    """Text runs on from the line above if its first word had no room there."""
    if not above.text:
        return "begins"
    first_word = cell.text.split(" ", 1)[0]
    return "runs on" if above.end - above.start + 1 + len(first_word) > width else "begins"


def _one_row(lines: list[list[Cell]]) -> tuple[Cell, ...]:
    return tuple(_one_cell([line[n] for line in lines]) for n in range(len(lines[0])))


def _one_cell(parts: list[Cell]) -> Cell:
    filled = [cell for cell in parts if cell.text]
    if not filled:
        return parts[0]
    return Cell(" ".join(cell.text for cell in filled), filled[0].start, filled[-1].end)
