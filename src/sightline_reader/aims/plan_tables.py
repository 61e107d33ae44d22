"""Tables of a plan: each priority with what stands beside it, its outcome, pledge and objectives."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sightline_reader.aims.entries import Priority
from sightline_reader.layout import View
from sightline_reader.model import CELL_BREAK, Cell, Table

_SIDES = {
    "outcome": re.compile(
        r"(?i)\b(?:outcomes?|what difference|difference (?:we|it|this|for)|what (?:good|success) (?:will )?looks? like"
        r"|intended impact|what will be different)\b"
    ),
    "pledge": re.compile(r"(?i)\b(?:pledges?|commitments?|promises?|we will|what we will do)\b"),
    "objectives": re.compile(r"(?i)\b(?:objectives?|goals?|aims?)\b"),
}
_NUMBERED = re.compile(r"(?:Priority(?:\s+area)?\s+)?(?P<number>\d{1,2})\s*[.:)–-]?\s+(?=[A-Z])")
_DEGREE = re.compile(
    r"(?i)(?:very )?(?:high|medium|low|urgent|critical|normal|red|amber|green|must|should|could|h|m|l)\W*"
)
"""A column headed "Priority" may hold how pressing an action is."""


def is_degree(text: str) -> bool:
    return bool(_DEGREE.fullmatch(text))


def sides_of(head: list[str], priority: int) -> dict[str, int]:
    """Which column holds what of a priority; each column one thing, the first that matches."""
    sides: dict[str, int] = {}
    for n, text in enumerate(head):
        name = next((name for name, pattern in _SIDES.items() if pattern.search(text)), None)
        if n != priority and name and name not in sides:
            sides[name] = n
    return sides


def of_plan(view: View, table: Table, column: int, sides: dict[str, int]) -> Iterator[Priority]:
    """A row without a priority of its own, or with the same again, goes on with the one above."""
    now: Priority | None = None
    for row in table.rows[1:]:
        title = row[column] if column < len(row) else None
        if title is not None and re.search(r"[A-Za-z]{3}", title.text) and not is_degree(title.text):
            fresh = _named(title)
            if now is None or fresh.title != now.title:
                if now:
                    yield now
                now = fresh
        if now:
            now = _with(view, now, row, sides)
    if now:
        yield now


def _named(title: Cell) -> Priority:
    match = _NUMBERED.match(title.text)
    words = title.text[match.end() :] if match else title.text
    return Priority(match["number"] if match else None, words, None, title.start, title.end, 0.8)


def _with(view: View, priority: Priority, row: tuple[Cell, ...], sides: dict[str, int]) -> Priority:
    said = {name: "\n".join(_lines(view, row[n])) for name, n in sides.items() if n < len(row) and row[n].text}
    joined = {name: "\n".join(filter(None, (getattr(priority, name), words))) for name, words in said.items()}
    return replace(priority, **joined)


def _lines(view: View, cell: Cell) -> Iterator[str]:
    for line in re.split(rf"[\n{CELL_BREAK}]", view.document.text[cell.start : cell.end]):
        if words := " ".join(line.split()).lstrip("•-–●▪* "):
            yield words
