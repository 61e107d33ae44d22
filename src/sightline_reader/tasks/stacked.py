"""Tables of actions whose cells a converter put on lines of their own: heads first, then the cells row by row."""

import re
from collections.abc import Iterator

from sightline_reader.layout import Line, View
from sightline_reader.model import Candidate
from sightline_reader.tasks.logs import role_of_head
from sightline_reader.tasks.owners import owner_in, when_in

LEAST_WORDS = 3
MOST_COLUMNS = 7
LONGEST_HEAD = 40
LONGEST_TOLD = 14
"""A cell with more words than this is no owner, date or status."""


def stacked_actions(view: View) -> Iterator[Candidate]:
    """Actions of each such table in the document."""
    lines = [line for line in view.body if not line.blank]
    n = 0
    while n < len(lines):
        heads = _heads(lines, n)
        if heads is None:
            n += 1
            continue
        roles, n = heads
        counted = roles[0] == "number"
        for row in _counted_rows(lines, n) if counted else _even_rows(lines, n, len(roles)):
            if candidate := _action(view, row, roles):
                yield candidate


_NUMBER = re.compile(r"(?:no|number|ref)\.?", re.IGNORECASE)


def _heads(lines: list[Line], n: int) -> tuple[list[str], int] | None:
    """The roles of the columns and the line behind the heads, where heads stand on lines from `n` on."""
    roles: list[str] = []
    at = n
    while at < len(lines) and len(roles) < MOST_COLUMNS:
        words = lines[at].text.strip()
        if len(words) > LONGEST_HEAD:
            break
        if (
            words.lower() in ("action", "item")
            and at + 1 < len(lines)
            and _NUMBER.fullmatch(lines[at + 1].text.strip())
        ):
            roles.append("number")
            at += 2
            continue
        role = role_of_head(words) or (
            "other" if roles and re.fullmatch(r"page(?: no\.?)?|item|notes", words, re.I) else None
        )
        if role is None:
            break
        roles.append(role)
        at += 1
    if at - n < 2 or "what" not in roles or not {"who", "when", "status"} & set(roles):
        return None
    return roles, at


def _counted_rows(lines: list[Line], n: int) -> Iterator[list[Line]]:
    """Rows that begin with the next number, alone on its line."""
    row: list[Line] = []
    expected = 1
    for line in lines[n:]:
        if line.text.strip().rstrip(".") == str(expected):
            if row:
                yield row
            row, expected = [line], expected + 1
        elif not row or len(row) > MOST_COLUMNS:
            break
        else:
            row.append(line)
    if row:
        yield row


def _even_rows(lines: list[Line], n: int, columns: int) -> Iterator[list[Line]]:
    """Rows of as many lines as there are heads, while all but the first cell stay short."""
    for at in range(n, len(lines) - columns + 1, columns):
        row = lines[at : at + columns]
        told = row[1:]
        if any(len(line.text.split()) > LONGEST_TOLD for line in told) or re.match(r"\s*\d{1,2}\.\s+\S", row[0].text):
            break
        yield row


def _action(view: View, row: list[Line], roles: list[str]) -> Candidate | None:
    cells = _cells(row, roles)
    what = cells.get("what")
    if what is None or len(what.text.split()) < LEAST_WORDS:
        return None
    said = {role: line.text.strip() for role, line in cells.items()}
    words = said["what"]
    when = said.get("when")
    who = said.get("who") or (when if when and not re.search(r"\d", when) else None) or owner_in(words)
    fields = {
        "what": words,
        "who": who,
        "by_when": when if when and when != who else when_in(words),
        "status": said.get("status"),
        "number": said.get("number"),
    }
    return view.candidate("actions", fields, (what.start, what.end), 0.7)


def _cells(row: list[Line], roles: list[str]) -> dict[str, Line]:
    """A row that lost a cell is left out, unless its longest line can only be the action."""
    if len(row) == len(roles):
        return dict(zip(roles, row, strict=True))
    if len(row) > len(roles):
        return dict(zip(roles, row, strict=False))
    longest = max(row, key=lambda line: len(line.text))
    return {"what": longest} if len(longest.text.split()) > LEAST_WORDS else {}
