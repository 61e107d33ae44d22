"""Recommendations in their exact words, with number, addressee and urgency.

They stand behind the word with a number ("Recommendation 3: …"), under a heading that names them, in a table with a column for
them, or in a sentence that recommends. `paragraph` is the numbered paragraph that a recommendation follows.
"""

import re
from collections.abc import Iterator

from sightline_reader.advice.addressees import addressee_of
from sightline_reader.advice.entries import WEAK, Entry
from sightline_reader.advice.named import named
from sightline_reader.advice.sections import listed
from sightline_reader.advice.tables import in_tables
from sightline_reader.classify import kind_of
from sightline_reader.layout import Spans, View, fold
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, running_text

_RECEIVING_KINDS = frozenset(("minutes", "agenda", "action_log"))
"""Papers that receive recommendations: what stands under the word there is a decision to be taken."""

_URGENT = re.compile(
    r"(?i)\b(?:immediately|as a matter of urgency|urgently|without delay|as soon as possible"
    r"|within (?:the next )?\w+ (?:working )?(?:days?|weeks?|months?)"
    r"|by (?:the end of )?(?:\d{1,2}\w{0,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?: \d{4})?)\b"
)


_LEAD = re.compile(
    r"\s*\((?:Lead|Owner|For|To|Responsible)(?: agency)?\s*:\s*(?P<who>[^,;()]{2,80}?)\s*(?:[,;]\s*(?P<when>[^()]{2,60}))?\)\s*\.?$"
)
"""`(Lead: Training subgroup, by May 2026)` at the end of a recommendation."""


def find(view: View) -> list[Candidate]:
    """Every recommendation once, in the order of the text."""
    flow, kind = _flow(view), kind_of(view)
    behind_the_word = list(named(flow))
    found = [*in_tables(view), *behind_the_word]
    if kind not in _RECEIVING_KINDS:
        found += _under_headings(flow, kind, behind_the_word)
        found = found or list(_said(flow))
    found.sort(key=lambda entry: entry.start)
    return [_candidate(view, entry) for entry in _once(found)]


def _under_headings(flow: list[Passage], kind: str, behind_the_word: list[Entry]) -> list[Entry]:
    """What headings announce, apart from what the word has given already; where any has a number, the weak are left out."""
    found = list(listed(flow, kind))
    if behind_the_word or any(entry.number for entry in found):
        found = [entry for entry in found if entry.confidence > WEAK]
    return [entry for entry in found if not any(_same_place(entry, other) for other in behind_the_word)]


def _candidate(view: View, entry: Entry) -> Candidate:
    if lead := _LEAD.search(entry.text):
        entry.text = entry.text[: lead.start()]
        entry.extra.setdefault("addressee", lead["who"])
        entry.urgency = entry.urgency or lead["when"]
    fields: dict[str, object] = {
        "number": entry.number,
        "text": entry.text,
        "addressee": entry.extra.pop("addressee", None) or addressee_of(entry.text),
        "urgency": entry.urgency or _urgency_in(entry.text),
    }
    if entry.paragraph:
        fields["paragraph"] = entry.paragraph
    return view.candidate("recommendations", fields | entry.extra, (entry.start, entry.end), entry.confidence)


def _flow(view: View) -> list[Passage]:
    tables = Spans((t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 2)
    flow = running_text(view)
    return [p for p in flow if p.start not in tables]


def _same_place(one: Entry, two: Entry) -> bool:
    return one.start < two.end and two.start < one.end


def _urgency_in(text: str) -> str | None:
    said = _URGENT.search(text)
    return fold(said[0]) if said else None


_RECOMMENDS = re.compile(
    r"(?i)\b(?:it is (?:also |further )?recommended|(?:we|the (?:review|report|panel|reviewers?|authors?|scrutineer"
    r"|board)) (?:also |would |therefore )*recommends?)\b"
)


def _said(flow: list[Passage]) -> Iterator[Entry]:
    for passage in flow:
        for start, end in passage.sentences:
            if _RECOMMENDS.search(passage.text[start:end]):
                yield Entry(None, passage.text[start:end], *passage.span(start, end), confidence=0.55)


def _once(found: list[Entry]) -> Iterator[Entry]:
    """A recommendation told again word for word is left out."""
    told: set[str] = set()
    for entry in found:
        key = re.sub(r"\W+", " ", entry.text.lower())[:160]
        if key not in told:
            told.add(key)
            yield entry
