"""Income and expenditure: tables, lines and run-together lists of names with sums of money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sightline_reader.figure_tables import tables_of_figures
from sightline_reader.glance import holds_any
from sightline_reader.layout import Spans, View, fold
from sightline_reader.model import Cell, Table
from sightline_reader.numbers import FINANCIAL_YEAR, figures, financial_year, periods
from sightline_reader.passages import Passage, passages

LINES_ABOVE = 6
"""So many lines over a table may say what it holds."""

HEAD_ROWS = 2
"""A sign of pounds may stand in a row of its own under the head."""

LEAST_IN_A_ROW = 4
"""Fewer names with a number run together on a line are a sentence."""

INCOME, SPENDING, ALLOCATION = "income", "expenditure", "allocation by a funder"
_SIDES = (
    (ALLOCATION, r"\b(?:shared out|allocated|allocations?|commissioning budget|distributed|awarded to|recipients?)\b"),
    (SPENDING, r"\b(?:expenditure|spend(?:ing)?|spent|outgoings|costs?)\b"),
    (INCOME, r"\b(?:income|contributions?|contributors?|contributed|funding|funders?|received|receipts)\b"),
)
_MONEY_WORDS = re.compile(
    r"(?i)£|\b(?:income|expenditure|budget|contributions?|funding|spend|spent|costs?|finances?|financial|fund|money)\b"
)
_MONEY_STEMS = ("£", "income", "expenditure", "budget", "contribution", "fund", "spen", "cost", "financ")
TOTAL = re.compile(r"(?i)^(?:grand |overall |sub-?\s?)?totals?\b|\btotals?:?$|^(?:income|expenditure)\s+total\b")
NEITHER = re.compile(
    r"(?i)\b(?:carr(?:y|ied) (?:forward|over)|brought forward|c/f|b/f|balance|reserves?|surplus|deficit|variance"
    r"|under-?\s?spend|over-?\s?spend|difference)\b"
)
_SUM = r"£?\s?\d{1,3}(?:,\d{3})+(?:\.\d\d)?|£\s?\d+(?:\.\d+)?\s?(?:k|m|million|thousand)?\b|\b\d{3,7}(?:\.\d\d)?\b"
_LONG_NUMBER = re.compile(r"\d[\d,]{2,}")
_CELL_SUM = re.compile(rf"\(?-?(?:{_SUM}|£?\s?\d{{1,3}}(?:\.\d\d)?|nil|-)\)?(?:\s?\(.{{1,40}}\))?$", re.IGNORECASE)
_PAIR = re.compile(
    rf"(?P<name>[A-Z“‘'&(][^\d£]*?(?:\d{{2,4}}[/-]\d\d\b[^\d£]*?)?)[\s:…._–-]*(?P<sum>{_SUM})(?![\d/–-])"
)
_NOT_SUMS = re.compile(r"(?i)%|variance|\bper cent|\bdifference\b|\bchange\b|\bnumber\b|\bno\.\s*of\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a name with its sum. `side` is income, expenditure, allocation or, where nothing says, empty."""

    name: str
    value: float
    side: str
    period: str | None
    start: int
    end: int
    note: str = ""

    @property
    def is_total(self) -> bool:
        return bool(TOTAL.search(self.name))

    @property
    def is_neither(self) -> bool:
        return bool(NEITHER.search(self.name))


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries that stand together, in the order of the text. `column` is the head of the column they came from."""

    entries: tuple[Entry, ...]
    column: str = ""


def ledgers(view: View) -> tuple[Ledger, ...]:
    """Every list of sums of a document."""
    return view.once(_all_ledgers)


def _all_ledgers(view: View) -> tuple[Ledger, ...]:
    from_tables = [ledger for table in tables_of_figures(view) for ledger in _of_table(view, table)]
    held = Spans((e.start, e.end) for ledger in from_tables for e in ledger.entries)
    flow = [p for p in passages(view) if p.start not in held]
    return (*from_tables, *_run_together(flow), *_line_by_line(flow))


def side_of(words: str) -> str:
    """Which side of the books the last of these words speaks of; empty where none does."""
    found = [(m.end(), side) for side, pattern in _SIDES for m in re.finditer(f"(?i){pattern}", words)]
    return max(found)[1] if found else ""


# ---- tables


def _of_table(view: View, table: Table) -> Iterator[Ledger]:
    above = _above(view, table)
    head = table.rows[0]
    titled = not any(_CELL_SUM.match(cell.text) for cell in head[1:])
    said = " ".join([table.caption, above, *(_words(row) for row in table.rows[:HEAD_ROWS])])
    if not _MONEY_WORDS.search(said) or _OF_PRESENCE.search(f"{table.caption} {_words(head)}"):
        return
    rows = table.rows[1:] if titled else table.rows
    for column in range(1, max(map(len, table.rows))):
        name = head[column].text if titled and column < len(head) else ""
        sums = [row[column].text for row in rows if column < len(row) and row[column].text]
        if _NOT_SUMS.search(name) or len(sums) < 2 or sum(bool(_CELL_SUM.match(s)) for s in sums) < 0.7 * len(sums):
            continue
        if not any(re.search(r"£|\d,\d{3}|\b[1-9]\d{2,}", s) for s in sums) or any("%" in s for s in sums):
            continue
        period = (periods(name)[0].text if periods(name) else None) or financial_year(said)
        side = _side_of_head(head[0].text) or side_of(f"{table.caption} {above}") or side_of(said)
        entries = tuple(_with_sides(list(_rows(rows, column, side, period))))
        if entries:
            yield Ledger(entries, name)


_OF_PRESENCE = re.compile(r"(?i)\battendance\b")
_AGENCY = re.compile(
    r"(?i)\b(?:councils?|CCGs?|ICBs?|police|constabulary|NHS|trusts?|probation|cafcass|rehabilitation company|borough|authority|corporation"
    r"|office of the police|MOPAC|fire|schools)\b"
)
_PAYERS = re.compile(r"(?i)^(?:partner|contributor|contributing|agenc|organisation|source|funder)")


def _side_of_head(head: str) -> str:
    """A first column of agencies is one of contributors."""
    return INCOME if _PAYERS.match(head) else ""


def _with_sides(entries: list[Entry]) -> Iterator[Entry]:
    """Entries that nothing put on a side take it from the total under them, else from names that are mostly agencies."""
    for n, entry in enumerate(entries):
        if entry.side:
            yield entry
            continue
        total = next((e for e in entries[n:] if e.is_total and e.side), None)
        names = [e.name for e in entries if not e.is_total]
        agencies = sum(bool(_AGENCY.search(name)) for name in names) >= 0.6 * len(names)
        yield replace(entry, side=total.side if total else (INCOME if agencies else ""))


def _words(row: tuple[Cell, ...]) -> str:
    return " ".join(cell.text for cell in row)


def _above(view: View, table: Table) -> str:
    """The words of the few lines over a table, the nearest last."""
    before = view.filled_above(table.rows[0][0].start, LINES_ABOVE)
    return " ".join(fold(line.text) for line in before if len(line.text) < 200)


def _rows(rows: tuple[tuple[Cell, ...], ...], column: int, side: str, period: str | None) -> Iterator[Entry]:
    for row in rows:
        name = row[0].text.strip(" :")
        amount = figures(row[column].text) if column < len(row) else []
        if name and not amount and len(row[0].text) < 60:
            side = side_of(name) or side
        elif name and amount and re.search(r"[A-Za-z]{2}", name):
            side = side_of(name) if TOTAL.search(name) and side_of(name) else side
            note = re.search(r"\((.{1,60})\)\s*$", row[column].text)
            start, end = min(row[0].start, row[column].start), max(row[0].end, row[column].end)
            yield Entry(name, amount[0].value, side, period, start, end, note[1] if note else "")


# ---- text


def _run_together(flow: list[Passage]) -> Iterator[Ledger]:
    """Names and sums on one line, as a table leaves them when its rules are lost."""
    for passage in flow:
        if (
            not holds_any(passage.text, _MONEY_STEMS)
            or len(_LONG_NUMBER.findall(passage.text)) < LEAST_IN_A_ROW
            or not _MONEY_WORDS.search(passage.text)
        ):
            continue
        pairs = list(_PAIR.finditer(passage.text))
        told = sum(len(m[0]) for m in pairs)
        if len(pairs) >= LEAST_IN_A_ROW and told >= 0.75 * len(passage.text):
            yield Ledger(tuple(_paired(passage, pairs)))


def _paired(passage: Passage, pairs: list[re.Match[str]]) -> Iterator[Entry]:
    side, period = "", financial_year(passage.text)
    for match in pairs:
        name, start = _own_name(match["name"]), match.start("name")
        lead = match["name"][: match["name"].find(name)]
        side = side_of(lead) or (side_of(name) if TOTAL.search(name) else "") or side
        start += len(lead)
        amount = figures(" " + match["sum"])
        if amount and name:
            yield Entry(name, amount[0].value, side, period, *passage.span(start, match.end("sum")))


def _own_name(name: str) -> str:
    """The name of an entry without a heading that ran into it: "Income 2016/17 Ridley Council" is of Ridley Council."""
    name = re.sub(
        rf"^.*?\b(?:income|expenditure|contributions?|budget)\b[\s:]*(?:{FINANCIAL_YEAR})?\s*(?=[A-Z])",
        "",
        name,
        flags=re.I | re.S,
    )
    return name.split(": ")[-1].strip(" :….-–;,")


_NAME_AND_SUM = re.compile(r"(?P<name>[A-Z].{2,70}?)[\s:…._–-]+(?P<sum>£\s?\d[\d,.]*(?:k|m)?)(?:\s?\(.*\))?")


def _line_by_line(flow: list[Passage]) -> Iterator[Ledger]:
    """Lines that hold a name and a sum of pounds each, under words that say what they are."""
    held: list[Entry] = []
    side, period, told = "", None, 99
    for passage in flow:
        match = _NAME_AND_SUM.fullmatch(passage.text) if "£" in passage.text else None
        if match and (amount := figures(match["sum"])) and len(match["name"].split()) <= 9:
            held.append(Entry(match["name"].strip(), amount[0].value, side, period, passage.start, passage.end))
            continue
        if len(held) >= 2:
            yield Ledger(tuple(held))
        held = []
        told = told + 1
        if len(passage.text) < 300 and holds_any(passage.text, _MONEY_STEMS) and _MONEY_WORDS.search(passage.text):
            side, told = side_of(passage.text) or (side if told < LINES_ABOVE else ""), 0
            period = financial_year(passage.text) or period
    if len(held) >= 2:
        yield Ledger(tuple(held))
