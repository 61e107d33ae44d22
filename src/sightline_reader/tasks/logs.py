"""Actions in tables: action logs, action plans and work plans, by the words over their columns."""

import re
from collections.abc import Iterator

from sightline_reader.aligned import aligned_tables
from sightline_reader.glance import holds_any
from sightline_reader.layout import View
from sightline_reader.model import Candidate, Cell, Table
from sightline_reader.tasks.owners import owner_in, when_in
from sightline_reader.words import MONTH, days_in

_ROLES = (
    ("meeting_date", r"(?:meeting|raised|date of meeting|date raised|meeting date)\b.*|date of action"),
    ("number", r"(?:action |item |minute |agenda )?(?:no|number|ref|reference|id|#)\.?s?(?: no\.?)?|#|action id"),
    ("who", r".*\b(?:owner|lead|leads|responsib\w*|who|whom|assigned|action by|officer|accountable|delegated to|name)\b.*|by"),
    ("start", r"(?:start(?:ed)?|begins?|from)(?: date)?|date (?:added|opened|set)"),
    ("when", r".*\b(?:deadline|by when|when|timescales?|timeframe|due|target|completion|finish|end date|complete by|completed by|timing"
             r"|date)\b.*"),
    ("status", r".*\b(?:status|progress|rag|update|updates|position|follow-?up|complete\??|completed\??|outcome|result|rating"
               r"|comments?)\b.*"),
    ("what", r".*\b(?:actions?|tasks?|activit(?:y|ies)|what|steps?|agreed action|milestones?|how)\b.*"),
    ("issue", r".*\b(?:issue|item|topic|subject|objective|theme|priority|area|agenda|context|recommendation|minute|outcome)\b.*"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES)
_STATUS_WORDS = re.compile(
    r"^(completed?|closed|done|open|on track|in progress|on-?going|still ongoing|outstanding"
    r"|not (?:yet )?started|overdue|green|amber|red"
    r"|plan in place|initial stages|delayed|deferred|carried forward|discharged|pending|superseded|r|a|g|b|rag)\b",
    re.IGNORECASE,
)
LEAST_WORDS = 2
_WHAT = re.compile(
    r"(?:agreed |specific |key |further )?actions?(?: required| needed| agreed| points?| completed| outstanding|/task)?|task",
    re.IGNORECASE,
)
_WHAT_STEMS = ("action", "task", "activit", "what", "step", "milestone", "how")
"""Every head of a column of actions holds one: most rows hold none, and need no closer look."""
HEADER_ROWS = 4
"""How far down a table its column heads may stand."""


def actions_in_tables(view: View) -> Iterator[Candidate]:
    """One action for each row of each table whose head names a column of actions and another of an action's columns."""
    for table in (*view.tables, *aligned_tables(view, lambda row: bool(columns_of(row)))):
        columns: dict[str, int] = {}
        head, aim = table.rows[0], _aim_above(view, table)
        for n, row in enumerate(table.rows):
            found = columns_of(row)
            if found and (not columns or n > 0):
                columns, head = found, row
                continue
            if not columns and n >= HEADER_ROWS:
                break
            if not columns:
                continue
            aim = _aim_of(row, head, columns) or aim
            if candidate := _action(view, row, _settled(table, columns), aim):
                yield candidate


_AIM = re.compile(
    r"\W*(?:(?:strategic|key|our)\s+)?(?:priority|objective|aim)(?:\s+area)?\s*\d{0,2}\s*[:.–-]\s*(?P<words>\S.{5,150})",
    re.IGNORECASE,
)
_LINES_ABOVE = 4
"""Lines over a table among which the priority or objective stands that its actions serve."""


def _aim_above(view: View, table: Table) -> str | None:
    above = view.text[max(table.rows[0][0].start - 400, 0) : table.rows[0][0].start].splitlines()
    lines = [line for line in above if line.strip()][-_LINES_ABOVE:]
    return next((match["words"].strip(" *") for line in reversed(lines) if (match := _AIM.fullmatch(line))), None)


def _aim_of(row: tuple[Cell, ...], head: tuple[Cell, ...], columns: dict[str, int]) -> str | None:
    """The objective or priority of a row; where the cell is empty, that of the row above holds on."""
    n = columns.get("issue", len(row))
    if n >= min(len(row), len(head)) or not re.search(r"(?i)\b(?:objective|priority|aim)\b", head[n].text):
        return None
    return row[n].text or None


def columns_of(row: tuple[Cell, ...]) -> dict[str, int]:
    """Which column holds what, if the row is the head of a table of actions."""
    if not any(holds_any(cell.text, _WHAT_STEMS) for cell in row):
        return {}
    columns: dict[str, int] = {}
    for n, cell in enumerate(row):
        role = role_of_head(cell.text)
        if role and role not in columns:
            columns[role] = n
    told = {"who", "when", "status", "meeting_date"} & columns.keys()
    filled = [cell.text for cell in row if cell.text]
    short = all(len(text.split()) <= 7 for text in filled)
    return columns if "what" in columns and told and short else {}


def role_of_head(text: str) -> str | None:
    """What a column with this head holds, if an action has such a thing."""
    words = " ".join(text.strip(" :*?").split())
    if not words or len(words) > 60:
        return None
    if _WHAT.fullmatch(words):
        return "what"
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(words)), None)


def _settled(table: Table, columns: dict[str, int]) -> dict[str, int]:
    """`To be completed by` may head names: where no cell of the column is a time, it tells who."""
    when = columns.get("when")
    if when is None or "who" in columns:
        return columns
    said = [row[when].text for row in table.rows[1:] if when < len(row) and row[when].text]
    if said and not any(
        days_in(s) or re.search(rf"\d|\b(?:{MONTH}|ongoing|soon|meeting|term|immediate)\b", s, re.I) for s in said
    ):
        return {**{k: v for k, v in columns.items() if k != "when"}, "who": when}
    return columns


def _action(view: View, row: tuple[Cell, ...], columns: dict[str, int], aim: str | None) -> Candidate | None:
    cells = {role: row[n] for role, n in columns.items() if n < len(row)}
    what = cells.get("what")
    if what is None or len(what.text.split()) < LEAST_WORDS:
        return None
    said = {role: cell.text or None for role, cell in cells.items()}
    fields = {
        "what": what.text,
        "who": said.get("who") or owner_in(what.text),
        "by_when": said.get("when") or when_in(what.text),
        "status": _status(said.get("status")),
        "number": (said.get("number") or "").rstrip(".") or _leading_number(row, columns),
        "issue": said.get("issue"),
        "meeting_date": _meeting_date(said.get("meeting_date")),
    }
    if aim and aim != fields["issue"]:
        fields["objective"] = aim
    doubts = () if fields["who"] else ("No owner is named for this action.",)
    return view.candidate("actions", fields, (what.start, what.end), 0.9 - 0.1 * len(doubts), doubts)


def _status(text: str | None) -> str | None:
    if not text:
        return None
    if match := _STATUS_WORDS.match(text):
        return match[1]
    inside = re.search(r"\b(?:work )?(in progress|completed|ongoing)\b", text[:60], re.I)
    return inside[1] if inside else (text if len(text.split()) <= 4 else None)


def _leading_number(row: tuple[Cell, ...], columns: dict[str, int]) -> str | None:
    """A first column without a head that counts the rows."""
    first = row[0].text.rstrip(".)")
    return first if 0 not in columns.values() and re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?[a-z]?", first) else None


def _meeting_date(text: str | None) -> str | None:
    days = days_in(text or "")
    return days[0].written() if days else None
