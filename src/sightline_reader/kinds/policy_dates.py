"""Dates in the life of a policy, a plan or terms of reference: agreed, approved, as at, in force, to be reviewed."""

import re
from collections.abc import Iterator

from sightline_reader.classify import kind_of
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.words import Day, days_in

REACH = 70
"""The word that says what a date is stands within so many characters before it."""

_WHATS = (
    ("review", r"\b(?:(?:next|due for|date of|to be|for|will be)\s+)?review(?:ed|\s+date|\s+due)?\b(?!s)"),
    ("approved", r"\b(?:approved|approval(?:\s+date)?|ratified|ratification|signed off|endorsed)\b"),
    ("agreed", r"\b(?:agreed|adopted|accepted)\b"),
    (
        "effective from",
        r"\b(?:effective(?:\s+(?:date|from))?|in force|implementation date|comes? into (?:force|effect)|takes? effect)\b",
    ),
    ("published", r"\b(?:published|publication date|date of publication|issued|issue date|date of issue)\b"),
    ("updated", r"\b(?:updated|last updated|revised|revision date|amended|last amended)\b"),
    ("as at", r"\bas\s+(?:at|of)\b"),
    ("final version", r"\bfinal\b(?!\s+(?:report|meeting))"),
    ("draft", r"\bdraft\b"),
    ("version", r"\bversion\b|\bv\d(?:\.\d)?\b"),
    ("expires", r"\b(?:expires?|expiry(?:\s+date)?|valid until|ends on)\b"),
)
_OTHER = re.compile(
    r"(?i)\b(?:meeting|met|minutes|held|inspection|born|since|between|period|financial year|year ended|chair from|members?)\b[^.]{0,30}$"
)
_KINDS = frozenset(("terms_of_reference", "policy", "plan", "arrangements", "membership_list"))
HEAD, TAIL = 1200, 900
"""In papers of other kinds only the first and last characters are looked at."""


def find(view: View) -> list[Candidate]:
    """Each date once for each thing it is, in the order of the text."""
    kind = kind_of(view)
    if kind in ("minutes", "agenda", "action_log", "dataset", "attendance_grid", "scrutiny_report", "area_profile"):
        return []
    found: list[Candidate] = []
    told: set[tuple[str, str]] = set()
    for what, day, start in _dated(view, kind):
        fields = {"what": what, "date": day.written()}
        if (what, fields["date"]) not in told and not (
            what in ("draft", "version") and any(d == fields["date"] for _, d in told)
        ):
            told.add((what, fields["date"]))
            found.append(view.candidate("policy_dates", fields, (start, day.end), 0.8))
    return found


def _dated(view: View, kind: str) -> Iterator[tuple[str, Day, int]]:
    wide = kind in _KINDS
    tail = max(len(view.text) - TAIL, HEAD)
    parts = [days_in(view.text)] if wide else [days_in(view.text[:HEAD]), days_in(view.text[tail:], tail)]
    for day in (day for part in parts for day in part if day.year):
        before = view.text[max(day.start - REACH, 0) : day.start]
        before = re.split(r"\n\s*\n|(?<=[a-z])\.\s|\t|\s\|\s", before)[-1]
        said = [(m.start(), what) for what, p in _WHATS for m in re.finditer(f"(?i){p}", before)]
        if not said or _OTHER.search(before[max(said)[0] :]) or days_in(before[max(said)[0] :]):
            continue
        place, what = max(said)
        if what == "draft" or _is_said_of_it(before[place:]):
            yield what, day, day.start - len(before) + place


def _is_said_of_it(words: str) -> bool:
    """Whether little but small words and a name stand between the word and the date."""
    return len(words.split()) <= 10 and not re.search(r"[;!?]", words)
