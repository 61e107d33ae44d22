"""Case reviews that a paper publishes, lists or speaks of: the name it is known by, its date and its type.

A name is the reference of a review ("Child B"), never a child's own. What a title adds about a child is cut off.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline_reader.glance import holds_any, holds_as_written
from sightline_reader.layout import Spans, View, fold
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, passages, title_of
from sightline_reader.words import days_in

_TYPES = {
    "local child safeguarding practice review": r"(?:local\s+)?child\s+safeguarding\s+practice\s+reviews?|\bL?CSPRs?\b",
    "serious case review": r"serious\s+case\s+reviews?|\bSCRs?\b",
    "rapid review": r"rapid\s+reviews?",
    "domestic homicide review": r"domestic\s+homicide\s+reviews?|\bDHRs?\b",
    "thematic review": r"thematic\s+(?:partnership\s+|practice\s+)?reviews?",
    "learning review": r"(?:multi-?agency\s+|local\s+)?(?:practice\s+)?learning\s+reviews?"
    r"|partnership\s+reviews?|case\s+reviews?|management\s+reviews?",
}
_TYPE_STEMS = ("review", "cspr", "scr", "dhr")
"""Every type holds one: most titles hold none, and need no closer look."""
_ANY_TYPE = re.compile("|".join(f"(?P<t{n}>{p})" for n, p in enumerate(_TYPES.values())), re.IGNORECASE)
_LETTERS = r"(?:[“\"‘'][A-Z][a-z]*[”\"’']|[A-Z]{1,2}\d?)(?![\w&-]|\.\w|[’'](?!s\b)|\s?&\s?[A-Z]\b)"
_ONE = (
    rf"(?:Child(?:ren)?|Baby|Babies|Infant|Family|Young\s+Person|Young\s+People|Adult|Sibling(?:s|\s+Group)?|CHILD|BABY"
    rf"|FAMILY|YOUNG\s+PERSON)\s+{_LETTERS}"
)
_REFERENCE = re.compile(rf"(?<![#\w]){_ONE}(?:(?:,\s*|\s+and\s+|\s*&\s*)(?:{_ONE}|[A-Z]{{1,2}}\b(?![\w’']))){{0,5}}")
_REFERENCE_STEMS = (
    *("Child", "Baby", "Babies", "Infant", "Family", "Young", "Adult", "Sibling"),
    *("CHILD", "BABY", "FAMILY", "YOUNG"),
)
_TITLE = re.compile(
    r"(?:^(?P<before>[A-Z][\w’'“”\"& ]{1,60}?)\s*[:–-]\s*|\b)(?P<type>"
    + _ANY_TYPE.pattern.replace("?P<t", "?P<u")
    + r")\s*[:–-]\s*(?P<after>.{2,80})$",
    re.IGNORECASE,
)
_FULL_REPORT = re.compile(
    r"^(?P<name>[A-Z][\w’'&, ]{2,60}?)\s*[–-]\s*(?:Full|Overview|Final|Executive|Summary)\s+(?:Report"
    r"|Summary)\b(?:\s*\((?P<year>(?:19|20)\d\d)\))?",
    re.IGNORECASE,
)
_THEMATIC = re.compile(
    r"(?i)^(?:local\s+)?(?:thematic|learning|practice)\s+reviews?\s+(?:of|on"
    r"|into)\s+(?:the\s+)?(?P<name>[\w’' -]{4,60}?)(?:\s*\((?:\w+ )?(?P<year>(?:19|20)\d\d)\))?$"
)
_SUPPORTING = re.compile(
    r"(?i)\b(?:media statement|improvement report|press|response|action plan|leaflet|briefing|learning summary|statement)\b"
)
_PUBLISHED = re.compile(r"(?i)\b(?:date of )?publication(?: date)?\s*:|^published\b")
LONGEST_ENTRY = 80
"""A longer line among titles of reviews is a paragraph."""

_TAIL = re.compile(
    r"(?i)\s*(?:[:,(–-]\s*(?:an?\s|aged|\d|overview|full|final|executive|update|report|published|[a-z]).*"
    r"|\s+(?:overview|update|full|final)\s+report.*|\s+\(.*)$"
)


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    kind: str | None
    date: str | None
    start: int
    end: int
    confidence: float


def find(view: View) -> list[Candidate]:
    """Each review once. A name seen first in running text takes the type and date that a title gives it later."""
    found = list(_in_tables(view))
    held = Spans((t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 1)
    section, published = None, None
    for passage in (p for p in passages(view) if p.start not in held):
        title = title_of(passage)
        if len(passage.text) > LONGEST_ENTRY:
            published = None
        if title and (kind := _type_in(title)) and not _REFERENCE.search(title):
            section, published = kind, None
        if len(passage.text) < LONGEST_ENTRY and _PUBLISHED.search(passage.text) and (dates := days_in(passage.text)):
            published = dates[0].written()
        found += _in_passage(passage, title, section, published)
    return [_candidate(view, case) for case in _once(found)]


def _candidate(view: View, case: Case) -> Candidate:
    fields = {"name": case.name, "date": case.date, "type": case.kind}
    return view.candidate("review_cases", fields, (case.start, case.end), case.confidence)


def _in_tables(view: View) -> Iterator[Case]:
    """Rows that hold the title of a review, with a year or date in another cell."""
    for table in view.tables:
        for row in table.rows:
            for cell in row:
                named = _named_in_title(cell.text, None)
                if named is None:
                    continue
                others = " ".join(other.text for other in row if other is not cell)
                days, year = days_in(others), re.search(r"\b(?:19|20)\d\d\b", others)
                date = days[0].written() if days else (year[0] if year else named[2])
                yield Case(named[0], named[1], date, cell.start, cell.end, 0.85)


def _in_passage(passage: Passage, title: str, section: str | None, published: str | None) -> Iterator[Case]:
    named = list(_titled(passage, section, published)) if len(passage.text) < 2 * LONGEST_ENTRY else []
    if named:
        yield from named
        return
    if not holds_as_written(passage.text, _REFERENCE_STEMS) or not _REFERENCE.search(passage.text):
        return
    for start, end in passage.sentences:
        sentence = passage.text[start:end]
        kind = _type_in(sentence) or (section if title else None)
        if not kind or (title and _SUPPORTING.search(title)):
            continue
        for match in _REFERENCE.finditer(sentence):
            date = _date_of(sentence) or (published if title else None)
            span = passage.span(start + match.start(), start + match.end())
            yield Case(_plain_name(match[0]), kind, date, *span, 0.8 if title else 0.7)


def _titled(passage: Passage, section: str | None, published: str | None) -> Iterator[Case]:
    """A line that is the title of a review: "Serious case review: Child A", "Online safety – Full report (2017)"."""
    words = passage.text.strip("#*_ ")
    full = _FULL_REPORT.match(words)
    if full and section and not _REFERENCE.search(words):
        a = passage.text.find(full["name"])
        yield Case(fold(full["name"]), section, full["year"], *passage.span(a, a + len(full["name"])), 0.75)
    elif (thematic := _THEMATIC.match(words)) and title_of(passage) and _is_a_title(thematic["name"].capitalize()):
        a = passage.text.find(thematic["name"])
        name = thematic["name"][0].upper() + thematic["name"][1:]
        yield Case(name, _type_in(words), thematic["year"], *passage.span(a, a + len(thematic["name"])), 0.7)
    elif (named := _named_in_title(words, published)) and (at := passage.text.find(named[3])) >= 0:
        yield Case(named[0], named[1], named[2], *passage.span(at, at + len(named[3])), 0.85)


def _named_in_title(words: str, published: str | None) -> tuple[str, str | None, str | None, str] | None:
    """Name, type, date and the name as printed, where the words are the title of a review."""
    match = _TITLE.search(words) if holds_any(words, _TYPE_STEMS) else None
    if not match or _SUPPORTING.search(words):
        return None
    before, after = match["before"], match["after"]
    reference = _REFERENCE.search(words)
    aside = before is None or _type_in(before) or re.match(r"(?i)overview|full|final|executive|report", after) is None
    name = _plain_name(reference[0]) if reference else _TAIL.sub("", after if aside else before).strip(" :–-")
    if not name or not (reference or _is_a_title(name)):
        return None
    return name, _type_in(match["type"]), _date_of(words) or published, reference[0] if reference else name


def _is_a_title(name: str) -> bool:
    return (
        name[0].isupper()
        and len(name.split()) <= 8
        and not re.search(r"(?i)\b(?:process|panel|group|action|training|learning|was|is|were)\b", name)
    )


def _type_in(words: str) -> str | None:
    match = _ANY_TYPE.search(words)
    if not match:
        return None
    return list(_TYPES)[int(match.lastgroup[1:])] if match.lastgroup else None


def _plain_name(printed: str) -> str:
    name = re.sub(r"[“”\"‘]|’(?!s)", "", fold(printed)).strip("' ")
    return (
        name.title()
        if name.isupper() and len(name) > 4 and not re.fullmatch(r"[A-Z ]+ [A-Z]{1,2}", name)
        else _cased(name)
    )


def _cased(name: str) -> str:
    return re.sub(r"\b(CHILD(?:REN)?|BABY|FAMILY|YOUNG|PERSON)\b", lambda m: m[0].capitalize(), name)


def _date_of(sentence: str) -> str | None:
    """When the review was published, where the sentence says so; else the year at its end."""
    spoken = re.search(r"(?i)\bpublish\w*\s+(?:(?:\w+\s+){0,4}?(?:in|on)\s+)?|\((?=[^()]{4,20}\)\W*$)", sentence)
    days = days_in(sentence[spoken.end() : spoken.end() + 30]) if spoken else []
    year = re.search(r"[\s(]((?:19|20)\d\d)\)?\W*$", sentence) if len(sentence) < LONGEST_ENTRY else None
    return days[0].written() if days else (year[1] if year else None)


def _once(found: list[Case]) -> Iterator[Case]:
    """The surest telling of each review at its first place; one told within a joint one is left out."""
    best: dict[str, Case] = {}
    for case in found:
        key = re.sub(r"[^a-z0-9]+", " ", case.name.lower()).strip()
        held = best.get(key)
        if held is None:
            best[key] = case
        elif case.confidence > held.confidence or (held.date is None and case.date):
            best[key] = Case(
                case.name,
                held.kind or case.kind,
                held.date or case.date,
                held.start,
                held.end,
                max(held.confidence, case.confidence),
            )
    joint = [key for key in best if " and " in key]
    yield from (
        case
        for key, case in best.items()
        if not any(key != j and re.search(rf"\b{re.escape(key)}\b", j) for j in joint)
    )
