"""Recommendations in their exact words, with number, addressee and urgency.

They stand behind the word with a number ("Recommendation 3: …"), under a heading that names them, in a table with a column for
them, or in a sentence that recommends. `paragraph` is the numbered paragraph that a recommendation follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline_reader.classify import kind_of
from sightline_reader.layout import Spans, View, fold
from sightline_reader.model import Candidate, Cell, Table
from sightline_reader.passages import Passage, passages, title_of, without_contents

LEAST_WORDS = 4
"""Fewer words recommend nothing."""

FEW_WORDS = 6
WEAK = 0.6
"""How sure a paragraph without mark or number is; where others have numbers it is not taken at all."""

_BEFORE = (
    r"(?:our|key|the|main|final|overall|full|summary(?: of)?|list of|review|audit|learning|draft|national|local"
    r"|strategic|conclusions?|findings|multi-?agency|single[- ]agency|and|&|points|report|further|specific|additional"
    r"|practice)"
)
_HEADING = re.compile(
    rf"(?i)(?:{_BEFORE}[\s:]+)*recommendations?(?P<more>\s+(?:for|to|from|arising|made|of|are|is|would|will"
    r"|could|include|below|and|by|–|-)\b.*)?[:.]?"
    r"|(?P<now>(?:areas? for )?(?:priority|immediate)(?: and immediate)? actions?)|(?P<later>areas? for (?:improvement|development))"
    r"|what (?:does|do) (?:the )?[\w ]{2,40}needs? to improve\??"
    r"|what (?:needs|has) to (?:improve|change|happen)(?: next)?\??|(?:actions? )?required improvements?"
)
_NAMED = re.compile(
    r"(?P<word>\bRECOMMENDATION|\bRecommendation)(?:\s+(?:No\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?"
    r"|[A-Z](?=\s*[:.–-])))?\s*(?P<stop>[:–—]|-\s|\.\s|$)\s*"
)
_DIRECTS = re.compile(
    r"(?i)\b(?:should|must|shall|needs?\s+to|ought\s+to|is\s+asked\s+to|are\s+asked\s+to|could|would\s+(?:also\s+"
    r"|therefore\s+)?(?:recommend|suggest|call|urge|like|be)|recommend(?:s|ed)?|may\s+wish)\b"
)
_IMPERATIVE = re.compile(
    r"(?i)(?:that\s+)?(?:to\s+)?(?:ensur|improv|review|develop|consider|strengthen|establish|increas|enabl|enhanc|integrat|implement|provid"
    r"|support|promot|complet|hold|monitor|continu|undertak|explor|creat|produc|agre|adopt|introduc|revis|updat|seek|work|build"
    r"|encourag|commission|identify|raise|rais|mak|clarif|extend|reduc|embed|audit|map|publish|appoint|set|put|place|address|share"
    r"|challeng|us|take|tak|bring|giv|invest|train|prioritis|simplif|expand|maintain|offer|involv|engag|communicat|includ|deliver|better)"
    r"(?:e|es|ing|y|ying)?\b"
)
_PARTS = re.compile(
    r"(?i)\b(?:this|these|which|it)\s+(?:could|can|should|would|might|will|may)\s+be\s+(?:achieved|done|delivered"
    r"|supported|met)\s+(?:by|through)\s*:?\s*$"
)
_ABOUT_THEM = re.compile(
    r"(?i)\brecommendations?\s+(?:are|is|listed|below|set|in this|for improving|based|from|made|have|has|outlined"
    r"|within|will)\b|\b(?:number|set|series|list|\w+ key) (?:of )?recommendations\b"
)
_ENDS = re.compile(
    r"(?i)\b(?:references?|appendi(?:x|ces)|annex\w*|conclusions?|bibliography|glossary|next steps|findings|strengths?"
    r"|methodology|background|introduction|contacts?|action plan|signed|acknowledge?ments?|response)\b"
)
_URGENT = re.compile(
    r"(?i)\b(?:immediately|as a matter of urgency|urgently|without delay|as soon as possible"
    r"|within (?:the next )?\w+ (?:working )?(?:days?|weeks?|months?)"
    r"|by (?:the end of )?(?:\d{1,2}\w{0,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?: \d{4})?)\b"
)


@dataclass(slots=True)
class Entry:
    """One recommendation as it is put together. `end` moves on while its list runs."""

    number: str | None
    text: str
    start: int
    end: int
    urgency: str | None = None
    paragraph: str | None = None
    confidence: float = 0.8
    extra: dict[str, str] = field(default_factory=dict)


def find(view: View) -> list[Candidate]:
    """Every recommendation once, in the order of the text."""
    flow = _flow(view)
    named = list(_named(flow))
    kind = kind_of(view)
    listed = [] if kind in ("minutes", "agenda", "action_log") else list(_listed(flow, kind))
    if named or any(e.number for e in listed):
        listed = [entry for entry in listed if entry.confidence > WEAK]
    found = [*_in_tables(view), *named, *(e for e in listed if not any(_same_place(e, n) for n in named))]
    if not found and kind not in ("minutes", "agenda", "action_log"):
        found = list(_said(flow))
    found.sort(key=lambda entry: entry.start)
    return [_candidate(view, entry) for entry in _once(found)]


_LEAD = re.compile(
    r"\s*\((?:Lead|Owner|For|To|Responsible)(?: agency)?\s*:\s*(?P<who>[^,;()]{2,80}?)\s*(?:[,;]\s*(?P<when>[^()]{2,60}))?\)\s*\.?$"
)
"""`(Lead: Training subgroup, by May 2026)` at the end of a recommendation."""


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
    flow = without_contents(passages(view))
    return [p for p in flow if p.start not in tables]


def _same_place(one: Entry, two: Entry) -> bool:
    return one.start < two.end and two.start < one.end


# ---- behind the word


def _named(flow: list[Passage]) -> Iterator[Entry]:
    """ "Recommendation 4: …", also when only the next passage holds its words."""
    paragraph = None
    for at, passage in enumerate(flow):
        marks = [m for m in _NAMED.finditer(passage.text) if _opens_one(passage, m)]
        for n, mark in enumerate(marks):
            stop = marks[n + 1].start() if n + 1 < len(marks) else len(passage.text)
            entry = _behind(flow, at, mark, stop)
            if entry:
                entry.paragraph = paragraph
                yield entry
        if passage.number.isdigit() and not marks and not title_of(passage):
            paragraph = passage.number


def _opens_one(passage: Passage, mark: re.Match[str]) -> bool:
    """Whether the word stands for a recommendation, and not for a reference to one."""
    if mark.start() > 4 and not (mark["number"] and mark["stop"].strip() in (":", "–", "—")):
        return False
    if mark["number"] is None and (mark["stop"].strip() != ":" or mark.end() == len(passage.text)):
        return False
    return not re.search(r"(?i)\b(?:see|per|also|in|to|of|and|from)\s*\(?$", passage.text[: mark.start()])


def _behind(flow: list[Passage], at: int, mark: re.Match[str], stop: int) -> Entry | None:
    passage = flow[at]
    words = passage.text[mark.end() : stop].strip()
    if words:
        start, end = passage.span(mark.end(), stop)
        entry = Entry(mark["number"], words, start, end)
    elif at + 1 < len(flow) and not _NAMED.match(flow[at + 1].text):
        at, after = at + 1, flow[at + 1]
        entry = Entry(mark["number"], after.text, after.start, after.end)
    else:
        return None
    if stop == len(passage.text) or not words:
        _take_list(flow, at, entry)
    return entry if len(entry.text.split()) >= LEAST_WORDS else None


def _take_list(flow: list[Passage], at: int, entry: Entry) -> None:
    """Adds the list that a recommendation opens: it stops in mid-sentence or with a colon, and entries follow."""
    if re.search(r"[.!?]['”’\")]*$", entry.text):
        return
    for passage in flow[at + 1 :]:
        if not (passage.mark and (not passage.number.isdigit())) or _NAMED.match(passage.text):
            return
        mark = f"{passage.number}. " if passage.number else "- "
        entry.text = f"{entry.text} {mark}{passage.text}"
        entry.end = passage.end


# ---- under a heading


def _listed(flow: list[Passage], kind: str) -> Iterator[Entry]:
    heading: re.Match[str] | None = None
    section: list[Passage] = []
    for passage in flow:
        title = title_of(passage)
        named = _HEADING.fullmatch(title) if title else None
        if named and (named["now"] or named["later"]) and kind not in ("scrutiny_report", "review", "report"):
            named = None
        if named and (not passage.mark or passage.number or passage.mark.startswith("#")):
            yield from _of_section(heading, section)
            heading, section = named, []
        elif heading is not None and _closes(passage, title, section):
            yield from _of_section(heading, section)
            heading, section = None, []
        elif heading is not None:
            section.append(passage)
    yield from _of_section(heading, section)


def _closes(passage: Passage, title: str, section: list[Passage]) -> bool:
    """Whether a passage is the heading of what comes after the recommendations."""
    if passage.number:
        return _starts_anew(passage, title, section)
    if not title:
        return False
    if passage.text.lstrip().startswith("#") or _ENDS.search(title):
        return True
    numbered = any(p.number for p in section)
    told = any(_reads_as_one(p) or p.mark for p in section)
    return told and not _DIRECTS.search(title) and (numbered or not _IMPERATIVE.match(title))


def _starts_anew(passage: Passage, title: str, section: list[Passage]) -> bool:
    """Whether numbers begin again with a heading of few words, or go a level down: the next part of the paper."""
    told = [int(p.number) for p in section if p.number.isdigit()]
    if not told or not re.fullmatch(r"[\d.]+", passage.number):
        return False
    restarts = int(passage.number.split(".")[0]) <= told[-1]
    few = bool(title) and len(title.split()) <= FEW_WORDS and not _reads_as_one(passage)
    return restarts and ("." in passage.number.strip(".") or few)


def _reads_as_one(passage: Passage) -> bool:
    return bool(_DIRECTS.search(passage.text) or _IMPERATIVE.match(passage.text))


def _of_section(heading: re.Match[str] | None, section: list[Passage]) -> Iterator[Entry]:
    if heading is None or not section:
        return
    urgency = _urgency_of(heading)
    single = re.search(r"(?i)recommendation\s*:?$", heading[0]) is not None
    numbered = [p for p in section if p.number and not p.number.isalpha()] or [p for p in section if p.number]
    if len(numbered) >= 2 or (numbered and numbered[0] is _first_entry(section)):
        yield from _numbered(section, numbered, urgency)
    elif any(p.mark for p in section) and not any(_PARTS.search(p.text) for p in section):
        yield from (_entry(p, urgency) for p in section if p.mark and len(p.text.split()) >= LEAST_WORDS)
    elif single:
        yield _entry(section[0], urgency)
    else:
        yield from _unmarked(section, urgency)


def _first_entry(section: list[Passage]) -> Passage | None:
    return next((p for p in section if p.mark), None)


def _numbered(section: list[Passage], numbered: list[Passage], urgency: str | None) -> Iterator[Entry]:
    """Numbered entries; a bullet under one is a recommendation of its own when it directs somebody."""
    parent: Entry | None = None
    for at, passage in enumerate(section):
        if passage in numbered:
            parent = _entry(passage, urgency)
            if passage.text.endswith(":"):
                _take_list(section, at, parent)
            yield parent
        elif parent and passage.mark and passage.start >= parent.end and _DIRECTS.search(passage.text):
            yield _entry(passage, urgency, number=None)


def _unmarked(section: list[Passage], urgency: str | None) -> Iterator[Entry]:
    """Paragraphs that direct or begin with what is to be done; what is said about the recommendations is left out."""
    for passage in section:
        if passage.mark or not _reads_as_one(passage) or _ABOUT_THEM.search(passage.text):
            continue
        parts = _PARTS.search(passage.text)
        cut = parts.start() if parts else len(passage.text)
        if len(passage.text[:cut].split()) >= LEAST_WORDS:
            yield Entry(None, passage.text[:cut].strip(), *passage.span(0, cut), urgency, confidence=WEAK)


def _entry(passage: Passage, urgency: str | None, number: str | None = "") -> Entry:
    text = re.sub(r"(?<=[.a-z])\s\d{1,2}$", "", passage.text)
    end = passage.span(0, len(text))[1]
    return Entry((passage.number or None) if number == "" else number, text, passage.start, end, urgency)


def _urgency_of(heading: re.Match[str]) -> str | None:
    if heading["now"]:
        return fold(heading["now"]).lower()
    return re.sub(r"^areas\b", "area", fold(heading["later"]).lower()) if heading["later"] else None


def _urgency_in(text: str) -> str | None:
    said = _URGENT.search(text)
    return fold(said[0]) if said else None


# ---- in a table

_COLUMNS = {
    "text": r"^(?:\w+ )?recommendations?\b(?! no)",
    "number": r"^(?:no\.?|ref\.?|#|number|rec(?:ommendation)?\.? ?no\.?|rec\.?)$",
    "addressee": r"\b(?:lead|owner|agency|agencies|responsible|responsibility|who|organisation|addressee|for)\b",
    "urgency": r"\b(?:timescale|by when|deadline|target date|due|priority|timeframe|when)\b",
    "response": r"\b(?:response|accepted|progress|status|update|rag|outcome)\b",
}


def _in_tables(view: View) -> Iterator[Entry]:
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
    extra = {name: held[name].text for name in ("addressee", "response") if name in held}
    name = number.text if number else (lead[1] if lead else None)
    urgency = held["urgency"].text if "urgency" in held else None
    return Entry(name, words, text.start, text.end, urgency, None, 0.85, extra)


# ---- in a sentence

_RECOMMENDS = re.compile(
    r"(?i)\b(?:it is (?:also |further )?recommended|(?:we|the (?:review|report|panel|reviewers?|authors?|scrutineer"
    r"|board)) (?:also |would |therefore )*recommends?)\b"
)


def _said(flow: list[Passage]) -> Iterator[Entry]:
    for passage in flow:
        for start, end in passage.sentences:
            if _RECOMMENDS.search(passage.text[start:end]):
                yield Entry(None, passage.text[start:end], *passage.span(start, end), confidence=0.55)


# ---- to whom

_WHO = (
    r"(?:the\s+)?[A-Z][\w’'&/().-]*(?:[\s,]+(?:[A-Z(][\w’'&/().-]*|and|of|for|the|or|in|on|all|with|to|its|both|staff"
    r"|practice|team|teams|leads?|partners?|sub-?groups?|subgroups?|co-chairs?|chairs?|practices|agencies|managers?"
    r"|officers?|services?|schools?|leaders?|authorit(?:y|ies)|strategic|safeguarding|health|three))*"
)
_MODAL = re.compile(
    rf"(?:^|(?<=[.:]\s)|(?<=[Tt]hat\s))(?:[Tt]hat\s+)?(?P<who>{_WHO})\s+(?:should|must|shall|needs?\s+to|could|(?:is"
    rf"|are)\s+(?:asked|required|invited|supported)\s+to|will|may\s+wish\s+to|to(?=\s+[a-z]))\b"
)
_BARE_VERB = re.compile(
    rf"(?:^|^[Ww]ith\s[^,]{{3,40}},\s)(?:[Tt]hat\s+)?(?P<who>{_WHO}),?\s+(?:a\)\s+)?(?:lead|map|review|considers?"
    rf"|ensure|undertake|develop|support|adopt|connect|establish(?:es)?|agree|assess|monitor"
    r"|continue|maintain|produce|provide|commission|look|create|work|identify|include|receive|seek|promote|link|write"
    r"|hold|publish|set|take|use)\b"
)
_ASKED = re.compile(
    r"(?i:\b(?:we|the\s+(?:review|report|panel|board|scrutineer|inspectors?))\s+(?:would\s+)?(?:also\s+)?"
    r"(?:suggests?|recommends?(?:\s+that)?|calls?\s+(?:on|for)|urges?|asks?))\s+(?P<who>(?:the\s+)?(?:[A-Z][\w’'&.-]*"
    r"|[a-z]+)(?:\s+(?!(?:to|consider|should"
    r"|must)\b)[\w’'&.-]+){0,6}?)\s+(?:to|should|must|consider|ensure)\b"
)
_NOBODY = re.compile(
    r"(?i)^(?:the\s+)?(?:this|it|there|that|these|each|they|we|the$|quality|management|capacity|evaluation|feasibility"
    r"|potential|use|creation|all (?:of )?th\w+|further|increas\w+|ensur\w+|patients?|children|consideration|findings?"
    r"|following|helpful|proposed|role)\b"
)
_THINGS = re.compile(
    r"(?i)\b(?:quality|timeliness|oversight|capacity|effectiveness|arrangements|process(?:es)?|website|item|data|model"
    r"|potential|attendance|function|use|diagram|evaluation|review|priorities|communications?|preferences|meetings?"
    r"|templates?|repository|clarity|exploration|work activities|plans?|minutes|reports?|letters?|records?|forms?"
    r"|notes?|training|information|policy|policies|guidance|strateg(?:y|ies)|audits?|attention|resources?|funding"
    r"|actions?)$"
)


def addressee_of(text: str) -> str | None:
    """Who is to act, where the words say so: the subject of "should", "must" or "to", or whoever is asked."""
    first = re.split(r"(?<=[.;])\s", text, maxsplit=1)[0]
    found = _ASKED.search(first) or _MODAL.search(first) or _BARE_VERB.search(first)
    if not found:
        return None
    who = re.sub(r"^(?:[Ww]ith the [^,]{2,40}, |the (?=[A-Z]))", "", found["who"].strip(" ,"))
    subject = re.split(r"\b(?:of|for|in|on|to)\b", who)[0].strip()
    if _NOBODY.match(who) or _THINGS.search(subject) or len(who.split()) > 14:
        return None
    return who


def _once(found: list[Entry]) -> Iterator[Entry]:
    """A recommendation told again word for word is left out."""
    told: set[str] = set()
    for entry in found:
        key = re.sub(r"\W+", " ", entry.text.lower())[:160]
        if key not in told:
            told.add(key)
            yield entry
