"""Tables of priorities by area: each area in a row is the scope of one. A name may be cut by the edge of a column."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sightline_reader.aims.entries import Priority
from sightline_reader.aims.plan_tables import is_degree, of_plan, sides_of
from sightline_reader.layout import Spans, View, fold
from sightline_reader.model import Cell, Table


def table_spans(view: View) -> Spans:
    return Spans((t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 2)


def in_tables(view: View) -> Iterator[Priority]:
    for table in view.tables:
        head = [cell.text for cell in table.rows[0]]
        column = next(
            (n for n, text in enumerate(head) if re.match(r"(?i)(?:\w+ ){0,2}priorit(?:y|ies)\b", text)), None
        )
        if column is None or len(table.rows) < 3:
            continue
        areas = next(
            (
                n
                for n, text in enumerate(head)
                if re.search(r"(?i)\b(?:borough|area|localit|council|partnership)", text) and n != column
            ),
            None,
        )
        if areas is None and (sides := sides_of(head, column)):
            yield from of_plan(view, table, column, sides)
            continue
        known = _known_areas(view, table, areas) if areas is not None else set()
        for row in table.rows[1:]:
            yield from _of_row(row, column, areas, known)


def _of_row(row: tuple[Cell, ...], column: int, areas: int | None, known: set[str]) -> Iterator[Priority]:
    if column >= len(row) or not re.search(r"[A-Za-z]{3}", row[column].text):
        return
    title = row[column]
    if is_degree(title.text):
        return
    cells = [c for c in row[areas:] if c.text] if areas is not None else []
    scopes: list[str | None] = [*_areas_in([c.text for c in cells], known)]
    for scope in scopes or [None]:
        yield Priority(None, title.text, scope, title.start, max([title.end, *(c.end for c in cells)]), 0.8)


def _known_areas(view: View, table: Table, column: int) -> set[str]:
    """Names that fill a cell of the area columns; a name cut across two cells is one where the paper has it whole elsewhere."""
    rows = [[c.text for c in row[column:] if c.text] for row in table.rows[1:]]
    alone = {text for row in rows for text in row if re.fullmatch(r"[A-Z][\w’'-]+", text)}
    text = fold(view.text)
    for cells in rows:
        for left, right in pairwise(cells):
            whole = _rejoined(left, right, alone, text)
            if whole:
                alone.add(whole)
    return alone


def _rejoined(left: str, right: str, alone: set[str], text: str) -> str | None:
    tail = _without_names(left, alone)
    last = _without_names(right, alone)
    name = tail + last
    return name if tail and last and last[0].islower() and text.count(name) >= 2 else None


def _without_names(words: str, names: set[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        words = re.sub(rf"(?:^|\s){re.escape(name)}(?=\s|$)", " ", words)
    return words.strip()


def _areas_in(cells: list[str], known: set[str]) -> list[str]:
    """The names in the cells of a row: known names first, whatever else stands there as it is printed."""
    left, found = " | ".join(cells), []
    for name in sorted(known, key=len, reverse=True):
        while places := _places_of(name, left):
            found.append((places[0][0], name))
            for start, end in places:
                left = left[:start] + " " * (end - start) + left[end:]
    rest = [
        (left.find(part), part.strip())
        for part in re.split(r"\s*\|\s*|\s{2,}", left)
        if re.search(r"[A-Z][a-z]{2}", part)
    ]
    return [name for _, name in sorted([*found, *rest])]


def _places_of(name: str, words: str) -> list[tuple[int, int]]:
    """Where a name stands, whole or cut in two by the edge of a column; the cut may print a letter twice."""
    whole = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    if whole:
        return [whole.span()]
    cuts = (n for n in range(len(name) - 1, 3, -1) if " " in name[:n] and name[n - 1].isalpha() and name[n].islower())
    for cut in cuts:
        head = re.search(rf"(?<!\w){re.escape(name[:cut])}(?!\w)", words)
        for overlap in (0, 1):
            tail = re.compile(rf"(?<!\w){re.escape(name[cut - overlap :])}(?!\w)")
            if head and (rest := tail.search(words, head.end())):
                return [head.span(), rest.span()]
    return []
