"""Recommendations under a heading that announces them: numbered, in bullets, or as paragraphs that say what to do."""

import re
from collections.abc import Iterator

from sightline_reader.advice.entries import LEAST_WORDS, WEAK, Entry, take_list
from sightline_reader.layout import fold
from sightline_reader.passages import Passage, title_of

FEW_WORDS = 6
"""A heading that begins the next part has no more words than these."""

_URGENT_KINDS = frozenset(("scrutiny_report", "review", "report"))
"""Only in papers of these kinds are areas for improvement recommendations."""

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


def listed(flow: list[Passage], kind: str) -> Iterator[Entry]:
    heading: re.Match[str] | None = None
    section: list[Passage] = []
    for passage in flow:
        title = title_of(passage)
        named = _HEADING.fullmatch(title) if title else None
        if named and (named["now"] or named["later"]) and kind not in _URGENT_KINDS:
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
                take_list(section, at, parent)
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
