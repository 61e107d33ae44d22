"""Recommendations in a table with a column for them, beside number, lead, date and response."""

import re
from collections.abc import Iterator

from sightline_reader.advice.entries import LEAST_WORDS, Entry
from sightline_reader.layout import View
from sightline_reader.model import Cell, Table

_COLUMNS = {
    "text": r"^(?:\w+ )?recommendations?\b(?! no)",
    "number": r"^(?:no\.?|ref\.?|#|number|rec(?:ommendation)?\.? ?no\.?|rec\.?)$",
    "addressee": r"\b(?:lead|owner|agency|agencies|responsible|responsibility|who|organisation|addressee|for)\b",
    "urgency": r"\b(?:timescale|by when|deadline|target date|due|priority|timeframe|when)\b",
    "response": r"\b(?:response|accepted|progress|status|update|rag|outcome)\b",
}


def in_tables(view: View) -> Iterator[Entry]:
    for table in view.tables:
        columns = _columns(table)
        if "text" in columns:
            for row in table.rows[1:]:
                if entry := _of_row(row, columns):
                    yield entry


def _columns(table: Table) -> dict[str, int]:
    """Which column holds what, by the words of the head; the first that fits."""
    found: dict[str, int] = {}
    for column, cell in enumerate(table.rows[0]):
        name = next((n for n, p in _COLUMNS.items() if n not in found and re.search(p, cell.text, re.I)), None)
        if name:
            found[name] = column
    return found


def _of_row(row: tuple[Cell, ...], columns: dict[str, int]) -> Entry | None:
    held = {name: row[at] for name, at in columns.items() if at < len(row) and row[at].text}
    if "text" not in held or len(held["text"].text.split()) < LEAST_WORDS:
        return None
    text, number = held["text"], held.get("number")
    lead = re.match(r"(?:Recommendation )?(\d{1,3}[a-z]?)[.):]\s+", text.text)
    words = text.text[lead.end() :] if lead else text.text
    extra: dict[str, str] = {name: held[name].text for name in ("addressee", "response") if name in held}
    name = number.text if number else (lead[1] if lead else None)
    urgency = held["urgency"].text if "urgency" in held else None
    return Entry(name, words, text.start, text.end, urgency, None, 0.85, extra)
