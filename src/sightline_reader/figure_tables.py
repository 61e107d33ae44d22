"""Tables that only spaces draw, as a page keeps them when its text is taken out: a name on the left, figures under each other.

Only tables of figures are read so; columns of words are read elsewhere, because there a gap may be anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sightline_reader.layout import Line, View
from sightline_reader.model import Cell, Table

GAP = re.compile(r"\s{3,}")
"""So many spaces part two cells."""

LEAST_ROWS = 3
"""Fewer rows that look alike are chance."""

SLACK = 6
"""Figures of one column, and the words over them, may be set so many characters apart."""

HEAD_LINES = 3
"""So many lines over the first row may be its head."""

_FIGURE = re.compile(r"[(<>-]?\s?£?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?[%kKm]?\)?\*?|[-–—*]|nil|n/?a|NIL")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Part:
    """A cell on its line: `left` and `right` are columns of the page."""

    text: str
    start: int
    left: int

    @property
    def right(self) -> int:
        return self.left + len(self.text)


@dataclass(slots=True)
class Row:
    line: Line
    name: Part
    figures: list[Part]


def figure_tables(view: View) -> tuple[Table, ...]:
    """Every run of lines with a name and figures under each other, with its head where it has one."""
    return view.once(_figure_tables)


def _figure_tables(view: View) -> tuple[Table, ...]:
    lines = [line for line in view.body if not line.blank]
    return tuple(table for run in _runs(lines) if (table := _table(view, lines, run)))


def _runs(lines: list[Line]) -> Iterator[list[Row]]:
    """Neighbouring rows with the same number of figures, set under each other."""
    run: list[Row] = []
    begun: Part | None = None
    for line in lines:
        row = _row(line)
        if row is None and run and _wraps(run[-1], line):
            begun = _parts(line)[0] if line.text.strip()[0].isupper() else None
            continue
        if row and begun and row.name.text[0].islower():
            row = Row(row.line, Part(f"{begun.text} {row.name.text}", begun.start, begun.left), row.figures)
        begun = None
        if row and run and _goes_on(run[-1], row):
            run.append(row)
            continue
        if len(run) >= LEAST_ROWS:
            yield run
        run = [row] if row else []
    if len(run) >= LEAST_ROWS:
        yield run


def _row(line: Line) -> Row | None:
    if "\t" in line.text or "|" in line.text or not _MAY_HOLD_GAP.search(line.text):
        return None
    parts = _parts(line)
    first = next((n for n, part in enumerate(parts) if _FIGURE.fullmatch(part.text)), 0)
    name, figures = parts[:first], parts[first:]
    if len(name) != 1 or not figures or not re.search(r"[A-Za-z]{2}", name[0].text):
        return None
    if not all(_FIGURE.fullmatch(part.text) for part in figures) or all(_YEAR.fullmatch(p.text) for p in figures):
        return None
    return Row(line, name[0], figures)


_MAY_HOLD_GAP = re.compile("[ \u00a0]{4}")
_GAP_KEPT = re.compile(f"({GAP.pattern})")


def _parts(line: Line) -> list[Part]:
    found, at = [], 0
    for piece in _GAP_KEPT.split(line.text):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            found.append(Part(piece.strip(), line.start + at + lead, at + lead))
        at += len(piece)
    return found


def _goes_on(above: Row, row: Row) -> bool:
    same_count = len(above.figures) == len(row.figures)
    return row.line.number - above.line.number <= 3 and same_count and all(map(_under, above.figures, row.figures))


def _under(above: Part, below: Part) -> bool:
    ends = (
        abs(above.right - below.right),
        abs(above.left - below.left),
        abs(above.left + above.right - below.left - below.right) // 2,
    )
    return min(ends) <= SLACK


def _wraps(above: Row, line: Line) -> bool:
    """Whether a line holds part of a name only: the end of the one above, or the beginning of the next."""
    parts = _parts(line)
    near = line.number - above.line.number <= 2
    return (
        len(parts) == 1
        and near
        and parts[0].right < above.figures[0].left
        and abs(parts[0].left - above.name.left) <= SLACK
    )


def _table(view: View, lines: list[Line], run: list[Row]) -> Table | None:
    head = _head(lines, run)
    if not any(cell.text for cell in head[1:]) and _is_contents(run):
        return None
    rows = [tuple(_cell(part) for part in (row.name, *row.figures)) for row in run]
    return Table(view.page_of(run[0].name.start), (head, *rows), "aligned")


def _cell(part: Part) -> Cell:
    return Cell(" ".join(part.text.split()), part.start, part.start + len(part.text))


def _head(lines: list[Line], run: list[Row]) -> tuple[Cell, ...]:
    """The words over each column, from the few lines above the first row; empty cells where there are none."""
    above = [part for line in _lines_above(lines, run) for part in _parts(line)]
    over_figures = [part for part in above if part.left >= run[0].name.left + SLACK]
    columns = [
        (min(r.figures[n].left for r in run), max(r.figures[n].right for r in run)) for n in range(len(run[0].figures))
    ]
    name = [part for part in above if part not in over_figures and len(part.text.split()) <= 3]
    heads = [_over(over_figures, left - SLACK // 2, right + SLACK // 2, run) for left, right in columns]
    return (_joined(name[-1:], run), *heads)


def _lines_above(lines: list[Line], run: list[Row]) -> list[Line]:
    first = next(n for n, line in enumerate(lines) if line.number == run[0].line.number)
    near: list[Line] = []
    for line in reversed(lines[max(first - HEAD_LINES, 0) : first]):
        if _row(line) or run[0].line.number - line.number > HEAD_LINES + 1:
            break
        near.insert(0, line)
    return near


def _over(above: list[Part], left: int, right: int, run: list[Row]) -> Cell:
    return _joined([part for part in above if part.left < right and left < part.right], run)


def _joined(held: list[Part], run: list[Row]) -> Cell:
    if not held:
        return Cell("", run[0].name.start, run[0].name.start)
    return Cell(" ".join(part.text for part in held), held[0].start, held[-1].start + len(held[-1].text))


def _is_contents(run: list[Row]) -> bool:
    return len(run[0].figures) == 1 and _only_grow([row.figures[-1].text for row in run])


def is_contents(table: Table) -> bool:
    """Titles with page numbers and no head: whole numbers that only grow."""
    return all(len(row) == 2 for row in table.rows) and _only_grow([row[1].text for row in table.rows])


def _only_grow(numbers: list[str]) -> bool:
    return all(n.isdigit() for n in numbers) and all(int(a) <= int(b) for a, b in pairwise(numbers))


def tables_of_figures(view: View) -> tuple[Table, ...]:
    """The tables of a document and those that only spaces draw."""
    return (*view.tables, *figure_tables(view))
