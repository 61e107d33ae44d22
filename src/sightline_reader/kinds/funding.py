"""Who pays what into the partnership, and what it is spent on: ledgers first, then sentences that speak of sums."""

import re
from collections.abc import Iterator

from sightline_reader.classify import year_spoken_of
from sightline_reader.layout import Spans, View
from sightline_reader.ledgers import ALLOCATION, INCOME, NEITHER, SPENDING, Entry, ledgers
from sightline_reader.model import Candidate
from sightline_reader.numbers import Figure, figures, periods
from sightline_reader.passages import Passage, passages

ROLE = {INCOME: "contributor", SPENDING: "heading", ALLOCATION: "recipient", "": "heading"}

_GIVES = (
    r"(?:gave|gives|provided|provides|contributed|contributes|donated|awarded|granted|paid|pays|funded|made|committed"
    r"|has (?:given|provided|contributed|awarded|committed)|is contributing|contributing)"
)
_GIVER = re.compile(
    rf"(?P<name>[A-Z][\w’'.&-]*(?:\s+(?:[A-Z(][\w’'.&()-]*|of|and|the|for|&))*)\s+(?:also\s+|each\s+|again\s+)?{_GIVES}\b"
)
_OWNER = re.compile(
    r"(?P<name>[A-Z][\w.&-]*(?:\s+(?:[A-Z][\w.&-]*|of|and|the|&))*)[’']s?\s+(?:\w+\s+){0,2}(?:contribution|funding|grant)\b"
)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?(?P<name>[A-Z][\w’'.&-]*(?:\s+(?:[A-Z][\w’'.&-]*|of|and|for|the|&))*)")
_SPEAKS = re.compile(
    r"(?i)\b(?:grants?|contribut\w+|fund(?:ed|ing|s)?|donat\w+|award(?:ed)?|budget|income|expenditure|spent|invested|allocated)\b"
)
_NOT_A_SUM = re.compile(
    r"(?i)^\s*(?:less|more|fewer|lower|higher|cheaper)\b|^\s*(?:per|an?|each)\s+(?:hour|day|child|head|person)"
)
NEAR = 70
"""Characters before a sum in which the word stands that says it was saved."""
_SAVED = re.compile(
    r"(?i)\b(?:saving|savings|saved|shortfall|reduction|cut|deficit|fine[ds]?|worth|value[ds]? at)\b[^.]{0,40}$"
)


def find(view: View) -> list[Candidate]:
    """Sums with the contributor, recipient or heading they belong to; totals have none."""
    held = ledgers(view)
    year = year_spoken_of(view)
    found = [_of_entry(view, entry, year) for ledger in held for entry in ledger.entries if not entry.is_neither]
    listed = Spans((e.start, e.end) for ledger in held for e in ledger.entries)
    found += _from_prose(view, listed, year)
    return found


def _of_entry(view: View, entry: Entry, year: str | None) -> Candidate:
    fields: dict[str, object] = {
        "value": entry.value,
        "type": entry.side or None,
        "period": entry.period or year,
        "unit": "£",
    }
    if entry.is_total:
        fields |= {"contributor": None, "type": f"{entry.side} total".strip()}
    else:
        fields[ROLE[entry.side]] = entry.name
    if entry.note:
        fields["note"] = entry.note
    return view.candidate("funding", fields, (entry.start, entry.end), 0.85 if entry.side else 0.6)


def _from_prose(view: View, listed: Spans, year: str | None) -> Iterator[Candidate]:
    told: set[tuple[float, str]] = set()
    for passage in passages(view):
        if "£" not in passage.text or listed.touch(passage.start, passage.end):
            continue
        for start, end in passage.sentences:
            for fields, span in _of_sentence(passage, start, end, year):
                key = (fields["value"], str(fields.get("contributor")))
                if key not in told:
                    told.add(key)
                    yield view.candidate("funding", fields, span, 0.65)


def _of_sentence(passage: Passage, start: int, end: int, year: str | None) -> Iterator[tuple[dict, tuple[int, int]]]:
    sentence = passage.text[start:end]
    if not _SPEAKS.search(sentence):
        return
    for figure in (f for f in figures(sentence) if f.unit == "£"):
        before, after = sentence[: figure.start], sentence[figure.end :]
        if _NOT_A_SUM.match(after) or _SAVED.search(before[-NEAR:]):
            continue
        if _compared(before) or NEITHER.search(re.split(r"[,;]\s", after[:REACH])[0]):
            continue
        spoken = periods(sentence)
        fields = {"value": figure.value, "unit": "£", "period": spoken[0].text if spoken else year}
        heading = _heading(before, after)
        giver, left = (None, _clause_start(before)) if heading else _giver(sentence, figure)
        fields |= (
            {"heading": heading, "type": SPENDING} if heading else {"contributor": giver, "type": _type(before, giver)}
        )
        yield fields, passage.span(start + left, start + figure.end)


REACH = 40
"""So many characters after a sum may say that it was carried forward."""

_SPENT_ON = re.compile(
    r"\s*(?:was|were|has been|is)?\s*(?:spent|used|paid)\s+(?:on|for)\s+(?:the\s+)?(?P<on>[^,.;]{3,60})"
)
_COSTS = re.compile(
    r"(?P<on>[A-Z][\w’' &-]{2,50}?)\s+(?:costs?|came to|amounted to|totalled)\s+(?:about\s+|around\s+)?$"
)


def _compared(before: str) -> bool:
    """A second sum of a comparison is not a payment of its own: "£7m - £2m less"."""
    return bool(re.search(r"(?:[-–]\s*|\bmore than last year|\bup |\bdown |\bby )$", before))


def _giver(sentence: str, figure: Figure) -> tuple[str | None, int]:
    """Who gives the sum, and where the words that say so begin."""
    before, after = sentence[: figure.start], sentence[figure.end :]
    said = [m for pattern in (_GIVER, _OWNER) for m in pattern.finditer(before)]
    if said:
        nearest = max(said, key=lambda m: m.start("name"))
        name = _bare(nearest["name"])
        return name, nearest.start("name") + nearest["name"].find(name)
    if behind := _FROM.match(after.lstrip()) or re.search(r"^[^.;,]{0,60}?\b" + _FROM.pattern, after):
        return _bare(behind["name"]), figure.start
    return None, _clause_start(before)


def _clause_start(before: str) -> int:
    return max((m.end() for m in re.finditer(r"[,;:]\s|\bwith\s|\band\s(?=£?$)", before)), default=0)


def _heading(before: str, after: str) -> str | None:
    """What a sum was spent on, where the sentence says so."""
    behind = _SPENT_ON.match(after)
    if behind:
        return behind["on"].strip()
    ahead = _COSTS.search(before)
    return ahead["on"].strip() if ahead else None


def _bare(name: str) -> str:
    name = re.sub(r"^(?:(?:In|On|By|For|The|During|Since|From)\s+(?:[A-Z][a-z]+\s+(?=[A-Z]))?)+(?=[A-Z])", _lead, name)
    return name.strip(" ,.")


def _lead(match: re.Match[str]) -> str:
    """Keeps what follows an opening "In February"; "The Mayor" keeps its second word."""
    words = match[0].split()
    kept = [] if not words or words[0] in ("In", "On", "By", "During", "Since", "From", "For") else words[1:]
    return " ".join(kept) + (" " if kept else "")


def _type(before: str, giver: str | None) -> str | None:
    if re.search(r"(?i)\bbudget\b[^.]{0,40}$", before):
        return "budget"
    if re.search(
        r"(?i)\b(?:total )?(?:expenditure|spend(?:ing)?)\s+(?:for the year\s+)?(?:was|came to|of)\s*$", before
    ):
        return f"{SPENDING} total"
    if re.search(r"(?i)\b(?:total )?income\s+(?:for the year\s+)?(?:was|came to|of)\s*$", before):
        return f"{INCOME} total"
    if giver:
        return INCOME
    return SPENDING if re.search(r"(?i)\b(?:spent|expenditure|invested)\b", before) else None
