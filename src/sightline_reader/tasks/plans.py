"""Actions of plans that are no tables: lists under a heading of actions, and columns printed one after another."""

import itertools
import re
from collections.abc import Iterator

from sightline_reader.layout import Item, Line, View, trimmed
from sightline_reader.model import Candidate
from sightline_reader.people.vocabulary import words
from sightline_reader.tasks.logs import role_of_head
from sightline_reader.tasks.owners import owner_in, when_in
from sightline_reader.words import MONTH

IS_A_PLAN = re.compile(
    r"\b(?:action|work|business|delivery|improvement|implementation|forward|strategic) (?:plan|programme)\b", re.I
)
TITLE_LENGTH = 400
_HEADS_ACTIONS = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?(?:(?!agenda)[\w-]+ ){0,4}(?:activit(?:y|ies)|actions?|tasks|next steps|milestones"
    r"|(?:work|priorities|steps)(?= \())"
    r"(?: required| points?| we will take| to be taken)?(?: (?P<period>\([^)]{3,40}\)))?\s*:?$",
    re.IGNORECASE,
)
_PERIOD = re.compile(rf"\(?(?P<when>(?:{MONTH})(?:\s*[–-]\s*(?:{MONTH}))?(?: 20\d\d)?)\)?", re.IGNORECASE)
FAR_RIGHT = 40
"""A heading set in so far stands over a column of owners."""
SMALL_WORDS = words("the and for of a an with to in on by or at from &")


def planned_actions(view: View) -> Iterator[Candidate]:
    """Actions of a plan; in a document whose title speaks of none, those under a heading that says `Actions`."""
    if not IS_A_PLAN.search(view.text[:TITLE_LENGTH]):
        yield from _listed(view, _SAYS_ACTIONS)
        return
    yield from _listed(view, _HEADS_ACTIONS)
    yield from _numbered_apart(view)


_SAYS_ACTIONS = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?(?:(?:summary|list) of )?(?:agreed |key |new |follow[- ]up |further )*action(?:s|s? points?)"
    r"(?: agreed| required| arising| from (?:the|this) meeting)?(?P<period>)\s*:?$",
    re.IGNORECASE,
)


def _listed(view: View, heads: re.Pattern[str]) -> Iterator[Candidate]:
    """Entries under a heading such as `Short-term activity (March to May)` or `Specific Actions`."""
    lines = [line for line in view.body if not line.blank]
    for n, line in enumerate(lines):
        heading = heads.match(line.text.strip()) if line.indent < FAR_RIGHT else None
        if not heading:
            continue
        period = _PERIOD.search(heading["period"] or "")
        for item in _items_below(view, lines, n):
            yield _candidate(view, (item.start, item.end), period["when"] if period else None)


def _items_below(view: View, lines: list[Line], n: int) -> Iterator[Item]:
    """The bulleted or counted entries right below; counting may go on further down the page."""
    below = [item for item in view.items if item.start > lines[n].end]
    if not below or n + 1 >= len(lines) or below[0].start > lines[n + 1].end:
        return
    kind = below[0].bullet
    expected = 1
    for before, item in zip([None, *below], below, strict=False):
        apart = before is not None and re.search(r"[A-Za-z]{3}", view.text[before.end : item.start])
        if kind and (not item.bullet or apart):
            return
        if kind:
            yield item
        elif item.number == str(expected):
            expected += 1
            yield item
        elif late := re.match(rf"{expected}\.\s+(?=[A-Z])", item.text):
            expected += 1
            yield Item(str(expected), item.text[late.end() :], item.start + late.end(), item.end, item.indent, False)
        else:
            return


def _candidate(view: View, span: tuple[int, int], period: str | None = None) -> Candidate:
    what = view.plain(*_first_entry(view, span))
    who = owner_in(what)
    fields = {"what": what, "who": who, "by_when": when_in(what) or period, "status": None, "number": None}
    doubts = () if who else ("No owner is named for this action.",)
    return view.candidate("actions", fields, _first_entry(view, span), 0.65, doubts)


def _first_entry(view: View, span: tuple[int, int]) -> tuple[int, int]:
    """An entry stops where the head of another column stands on a line of its own, or with its full stop."""
    text = view.text[span[0] : span[1]]
    for line in re.finditer(r"[^\n]+", text):
        if line.start() and role_of_head(line[0].strip().split("/")[0]):
            return trimmed(view.text, span[0], span[0] + line.start())
    stop = re.search(r"\.(?=\s*\n)", text)
    return trimmed(view.text, span[0], span[0] + stop.end()) if stop else span


_REFERENCES = re.compile(
    r"\b(?:ref(?:erence)?|no)\.?\s+(?P<refs>(?:\d{1,2}\.\d{1,2}\s+){2,})(?P<rest>.{0,200}?)\bActions?\s+(?P<words>.+)",
    re.I,
)


def _numbered_apart(view: View) -> Iterator[Candidate]:
    """References printed together before the actions that they belong to: the actions are told apart by capitals."""
    for line in view.body:
        match = _REFERENCES.search(line.text)
        if not match:
            continue
        count = len(match["refs"].split())
        for start, end in _parts(match["words"], count):
            at = line.start + match.start("words")
            yield _candidate(view, (at + start, at + end))


def _parts(entries: str, count: int) -> list[tuple[int, int]]:
    """As many entries as there are references: parted at full stops first, then where a capital follows a full word."""
    stops = [m.end() for m in re.finditer(r"\.\s+(?=[A-Z])", entries)]
    turns = [
        m.end()
        for m in re.finditer(r"\b(?P<before>[a-z’'-]+)\s+(?=[A-Z][a-z]+ [a-z])", entries)
        if m["before"] not in SMALL_WORDS
    ]
    cuts = sorted([*stops, *turns][: count - 1])
    edges = [0, *cuts, len(entries)]
    return [trimmed(entries, a, b) for a, b in itertools.pairwise(edges)] if len(cuts) == count - 1 else []
