"""What was learned and what to do differently: learning points, lessons, key messages for practice.

They stand behind the word with a number ("Learning point 2: …"), under a heading that announces them, beside it in a table,
or in a sentence that says what the learning is. `sort` is `learned`, `message` or `do`; `theme` is what a point itself puts
before its words, or the small heading above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline_reader.classify import kind_of
from sightline_reader.glance import holds_any
from sightline_reader.layout import Spans, View
from sightline_reader.model import CELL_BREAK, Candidate, Cell
from sightline_reader.passages import Passage, running_text, title_of

LEAST_WORDS = 5
LONGEST_POINT = 90
"""A longer paragraph is an account; of it only the sentences that teach are taken."""
MOST_OF_ONE = 3
"""Sentences that are taken of one paragraph."""
THEME_WORDS = 5

_STEMS = (
    "learn",
    "lesson",
    "message",
    "practice point",
    "for practice",
    "to do",
    "do differently",
    "should do",
    "can do",
)
_OTHER_PAPERS = frozenset(
    ("minutes", "agenda", "action_log", "terms_of_reference", "dataset", "attendance_grid", "membership_list")
)
_BEFORE = (
    r"(?:(?:the|our|some|key|main|summary of|summary|overall|overarching|headline|multi-?agency|single[- ]agency|national"
    r"|local|practice|general|additional|further|wider|system)\s+)*"
)
_LEARNED = re.compile(
    rf"(?i){_BEFORE}(?:learning(?: points?| themes?| identified| summary)?|lessons?(?: learn(?:ed|t)| identified)?)"
    r"(?:\s+(?:from|arising from)\s+(?:the|this|these|our|both|all)\b.*|\s+for\s+(?:the\s+)?(?P<audience>.+)|\s+continued)?\??"
    r"|what (?:did|have|has|do|was|were|can)?\s?(?:we|the \w+|the practice review|be|been)?\s?(?:have\s+)?learn(?:ed|t)?"
    r"(?: from .*)?\??"
)
_MESSAGE = re.compile(
    r"(?i)(?:(?:key|main|our|core|take[- ]?(?:home|away))\s+)+(?:practice\s+)?messages?(?:\s+(?:for|to)\s+(?P<audience>.+))?"
    r"|(?:key )?(?:practice (?:points|messages|implications|tips)|(?:implications|points|learning) for practice)"
    r"|what (?:this|does this|it) mean(?:s)? for (?P<whom>.+?)\??"
)
_DO = re.compile(
    r"(?i)what to do(?: differently)?(?: (?:now|next|in practice))?|(?:so,? )?what (?:can|should|could|must|do|will|might)"
    r" (?P<audience>i|you|we|practitioners|professionals|managers|staff|schools|agencies)(?: (?:need|have) to)? (?:do|change)"
    r"(?: (?:differently|now|next|about it|in practice))*\??|(?:what )?(?:needs to be|to be|doing|things to do)"
    r" (?:done )?differently"
)
_NUMBERED = re.compile(
    r"^\W*(?:Key\s+|KEY\s+)?(?:[Ll]earning(?:\s+(?:[Pp]oint|[Tt]heme))?|LEARNING(?:\s+POINT)?|[Ll]esson|LESSON|[Kk]ey [Mm]essage"
    r"|[Pp]ractice [Pp]oint)\s+(?:No\.?\s*)?(?P<number>\d{1,2}[a-z]?)\s*(?:[:.–—-]\s*|$)(?P<text>.*)$"
)
_SAID = re.compile(
    r"(?i)\b(?:(?:key|main|central|important|clear|wider)\s+)*(?:learning(?: point)?|lessons?|messages?)\b[^.;:]{0,70}?"
    r"\b(?:is|was|are|were|showed|shows)\s+(?P<text>(?:that|the need|the importance)\b.+)$"
)
_OF_OTHERS = re.compile(r"^\W*(?:Key\s+)?(?:Finding|FINDING|Recommendation|RECOMMENDATION|Priority|Action)\s+\d")
_TEACHES = re.compile(
    r"(?i)\b(?:should|must|needs?\s+to|ought\s+to|is (?:important|essential|vital|key)|are (?:important|essential|vital)"
    r"|do not|don[’']t|never|always|remember)\b"
)
_ASKS = re.compile(
    r"(?:The\s+)?[A-Z][\w’'&/-]*(?:\s+[\w’'&/-]+){0,8}?\s+to\s+(?:review|consider|ensure|agree|refresh|develop|produce|raise"
    r"|remind|update|explore|strengthen|improve)\b"
)
"""A sentence without a verb of its own says who is to do what: "The steering group to review its guidance."."""
_LABELS = frozenset(
    ("impact", "evidence", "assurance", "activity", "output", "outcome", "background", "context of the review")
)
_CHAPTER = re.compile(
    r"(?i)[&\d]|\b(?:recommendations?|findings?|training|development|membership|governance|data|references?|appendi\w+|annex|"
    r"contents|glossary|next steps|action plan|contacts?|resources|further (?:reading|information)|where to|background|"
    r"what happened|introduction|methodology|questions?|priorities|foreword|published)\b"
)
_AUDIENCE = re.compile(
    r"(?:All\s+)?(?P<who>(?:[Ff]ront[- ]?line\s+)?(?:[Pp]ractitioners|[Pp]rofessionals|[Mm]anagers|[Ss]upervisors|[Ss]taff|"
    r"[Ss]ocial workers|[Hh]ealth visitors|[Mm]idwives|[Tt]eachers|[Ss]chools|[Aa]gencies|[Pp]artners|[Pp]olice officers|GPs))"
    r"\s+(?:should|must|need|are|have|can)\b"
)
_EVERYONE = frozenset(("practice", "i", "you", "we", "me", "us", "all", "everyone"))
_THEMED = re.compile(r"(?P<theme>[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){0,4}?)\s?(?::|\s[–—-])\s+(?=\S)")


@dataclass(slots=True)
class Under:
    """The heading that the words stand under."""

    sort: str
    audience: str | None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    text: str
    span: tuple[int, int]
    confidence: float
    sort: str = "learned"
    number: str | None = None
    theme: str | None = None
    audience: str | None = None


def find(view: View) -> list[Candidate]:
    """The points in the order of the text, each place and each wording once."""
    if kind_of(view) in _OTHER_PAPERS or not holds_any(view.text, _STEMS):
        return []
    held = Spans((t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 1)
    flow = [p for p in running_text(view) if p.start not in held]
    points = [*_numbered(flow), *_in_tables(view), *_announced(flow), *_said(flow)]
    return [_candidate(view, point) for point in sorted(_once(points), key=lambda point: point.span)]


def _once(points: list[Point]) -> Iterator[Point]:
    told: set[str] = set()
    taken: list[tuple[int, int]] = []
    for point in points:
        words = re.sub(r"\W+", " ", point.text.lower())[:160]
        if words not in told and not any(point.span[0] < end and start < point.span[1] for start, end in taken):
            told.add(words)
            taken.append(point.span)
            yield point


def _candidate(view: View, point: Point) -> Candidate:
    themed = _THEMED.match(point.text)
    theme = themed["theme"] if themed and len(themed["theme"].split()) <= THEME_WORDS else point.theme
    spoken_to = _AUDIENCE.match(point.text[themed.end() if themed else 0 :])
    fields: dict[str, object] = {
        "number": point.number,
        "text": point.text,
        "theme": theme,
        "audience": point.audience or (spoken_to["who"].lower() if spoken_to else None),
        "sort": point.sort,
    }
    return view.candidate("learning", fields, point.span, point.confidence)


def _heading(title: str) -> Under | None:
    for sort, pattern in (("learned", _LEARNED), ("message", _MESSAGE), ("do", _DO)):
        if match := pattern.fullmatch(title):
            named = match.groupdict()
            audience = (named.get("audience") or named.get("whom") or "").strip(" ?").lower()
            return Under(sort, None if audience in _EVERYONE else audience or None)
    return None


def _numbered(flow: list[Passage]) -> Iterator[Point]:
    """ "Learning point 2: …"; where the words stand in the next passage they are taken from there."""
    for at, passage in enumerate(flow):
        match = _NUMBERED.match(passage.text)
        if match and len(match["text"].split()) >= LEAST_WORDS:
            span = passage.span(match.start("text"), len(passage.text))
            yield Point(match["text"].strip(), span, 0.85, number=match["number"])
        elif match and at + 1 < len(flow) and len(flow[at + 1].text.split()) >= LEAST_WORDS:
            after = flow[at + 1]
            theme = match["text"].strip() or None
            yield Point(after.text, (after.start, after.end), 0.75, number=match["number"], theme=theme)


def _announced(flow: list[Passage]) -> Iterator[Point]:
    """What stands under a heading that announces it, until the next part of the paper."""
    under: Under | None = None
    for passage in flow:
        title = title_of(passage)
        if opened := (_heading(title) if title and not passage.mark.strip("#0123456789.) ") else None):
            under = opened
        elif under and title and _is_part(passage, title):
            under = _below(under, title)
        elif under and not _OF_OTHERS.match(passage.text) and not _NUMBERED.match(passage.text):
            yield from _of(passage, under)


def _is_part(passage: Passage, title: str) -> bool:
    """A title of its own; a short bullet or numbered point is none."""
    return not passage.mark.strip("#") or (passage.number.isdigit() and len(title.split()) <= THEME_WORDS)


def _below(under: Under, title: str) -> Under | None:
    """Under key messages a small heading names the theme; anything else is the next part."""
    few = len(title.split()) <= THEME_WORDS
    if under.sort == "message" and few and not _CHAPTER.search(title) and title.lower() not in _LABELS:
        under.theme = title if not title.isupper() else title.capitalize()
        return under
    return None


def _of(passage: Passage, under: Under) -> Iterator[Point]:
    words = len(passage.text.split())
    more = {"sort": under.sort, "theme": under.theme, "audience": under.audience}
    if words < LEAST_WORDS or passage.text.endswith(":"):
        return
    if passage.mark and words <= LONGEST_POINT:
        yield Point(passage.text, (passage.start, passage.end), 0.75, number=passage.number or None, **more)
        return
    taught = [span for span in passage.sentences if _is_taught(passage.text, *span)]
    for start, end in taught[:MOST_OF_ONE]:
        yield Point(passage.text[start:end].strip(), passage.span(start, end), 0.55, **more)


def _is_taught(text: str, start: int, end: int) -> bool:
    says = _TEACHES.search(text, start, end) or _ASKS.match(text, start, end)
    return bool(says) and len(text[start:end].split()) >= LEAST_WORDS


def _in_tables(view: View) -> Iterator[Point]:
    """A row whose first cell is such a heading: what stands beside it, line by line."""
    for table in view.tables:
        for row in table.rows:
            if len(row) > 1 and len(row[0].text.split()) <= 10 and (under := _heading(row[0].text.strip(" :"))):
                for cell in row[1:]:
                    yield from _lines(view, cell, under)


def _lines(view: View, cell: Cell, under: Under) -> Iterator[Point]:
    stored = view.document.text[cell.start : cell.end]
    for part in re.finditer(rf"[^\n{CELL_BREAK}]+", stored):
        words = " ".join(part[0].split()).lstrip("•-–●▪* ")
        if len(words.split()) >= LEAST_WORDS and not words.endswith(":"):
            at = cell.start + part.start() + max(part[0].find(words[:1]), 0)
            yield Point(words, (at, cell.start + part.end()), 0.7, under.sort, audience=under.audience)


def _said(flow: list[Passage]) -> Iterator[Point]:
    for passage in flow:
        for start, end in passage.sentences if holds_any(passage.text, ("learning", "lesson", "message")) else ():
            if match := _SAID.search(passage.text[start:end]):
                text = match["text"].strip()
                if len(text.split()) >= LEAST_WORDS:
                    yield Point(text, passage.span(start + match.start("text"), end), 0.5)
