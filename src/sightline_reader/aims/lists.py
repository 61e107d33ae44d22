"""Priorities in a list under a heading or a sentence that announces them, and in the sentence itself."""

import re
from collections.abc import Iterator

from sightline_reader.aims.entries import COUNT_WORDS, MOST_WORDS, NOUN, Priority
from sightline_reader.passages import Passage, title_of

_HEADING = re.compile(
    rf"(?i)(?P<before>(?:[\w’'&/-]+\s+){{0,7}}?){NOUN}(?P<after>\s+(?:for|in|of|20\d\d|\(|–|-|at|by|are|were|:).{{0,60}})?"
)
_PROSE = re.compile(
    rf"(?i)\b(?:(?:our|the|its|their|these|{COUNT_WORDS}|\w+[’']s)\s+)+(?:[\w’'-]+\s+){{0,3}}?priorities"
    rf"(?:\s+for\s+[\d/–-]+)?\s*(?::|,?\s+(?:are|were|being|include[sd]?|which are"
    rf"|namely)\s*:?)\s+(?P<list>[^.:]{{12,420}})"
)
_ANNOUNCED = re.compile(
    rf"(?i)\b(?:following|these|our|{COUNT_WORDS})\s+(?:\w+\s+){{0,3}}{NOUN}(?:\s+(?:\w+\s+){{0,6}}(?:are|were"
    rf"|was agreed|agreed))?[:;]$"
)
"""A sentence that ends by announcing a list of priorities."""
_NOT_A_HEADING = re.compile(
    r"(?i)\b(?:contents|priority setting|progress|against|review of|impact|next|other|previous|table|figure)\b"
)
_SCOPES = (("children", r"\bchild(?:ren)?(?:[’']?s)?\b|\byoung people\b"), ("adults", r"\badults?(?:[’']?s)?\b"))
_ENTRY_ENDS = re.compile(
    r"(?i)^(?:structure|our vision|vision|membership|governance|appendix|references|the business plan will)\b"
)


def listed(flow: list[Passage], *, announced: bool) -> Iterator[Priority]:
    heading: re.Match[str] | None = None
    section: list[Passage] = []
    before = number = ""
    for passage in flow:
        title = title_of(passage) if not passage.mark or passage.number or passage.mark.startswith("#") else ""
        opens = _HEADING.fullmatch(title) if title and not _NOT_A_HEADING.search(title) else None
        may_announce = announced and not passage.mark and passage.text.endswith((":", ";"))
        opens = opens or (_ANNOUNCED.search(passage.text) if may_announce else None)
        if opens:
            yield from _of_section(heading, section, before)
            heading, section, before, number = opens, [], passage.text, passage.number
        elif heading is not None and (_closes(passage, title, section) or _counts_on(number, passage, section)):
            yield from _of_section(heading, section, before)
            heading, section = None, []
        elif heading is not None:
            section.append(passage)
    yield from _of_section(heading, section, before)


def _counts_on(number: str, passage: Passage, section: list[Passage]) -> bool:
    """Whether a number goes on from that of the heading: it is the next chapter's, not an entry's."""
    both = number.isdigit() and passage.number.isdigit() and not any(p.number for p in section)
    return both and int(passage.number) == int(number) + 1


def _closes(passage: Passage, title: str, section: list[Passage]) -> bool:
    marked = any(p.mark for p in section)
    if title and (passage.text.lstrip().startswith("#") or _ENTRY_ENDS.match(title) or (marked and not passage.number)):
        return True
    return not passage.mark and (
        marked or len(passage.text.split()) > MOST_WORDS or (bool(title) and passage.text.endswith(":"))
    )


def _of_section(heading: re.Match[str] | None, section: list[Passage], opening: str) -> Iterator[Priority]:
    if heading is None or not section:
        return
    entries = [p for p in section if p.mark] or [p for p in section if not p.text.endswith(":")]
    if not any(p.mark for p in section):
        entries = list(_infinitives(entries)) or (list(_short_lines(entries)) if _announces(opening) else [])
    scope = next((name for name, pattern in _SCOPES if re.search(pattern, heading[0], re.I)), None)
    for passage in entries:
        text = passage.text.strip(" *")
        if 1 <= len(text.split()) <= MOST_WORDS:
            yield Priority(passage.number or None, text.rstrip(" ."), scope, passage.start, passage.end, 0.75)


def _announces(opening: str) -> bool:
    return opening.endswith((":", ";")) and len(opening.split()) > 3


def _short_lines(entries: list[Passage]) -> Iterator[Passage]:
    """Lines without marks under "agreed these priorities:", as long as they are short and begin with a capital."""
    for passage in entries:
        words = passage.text.split()
        if len(words) > 8 or not words[0][0].isupper() or passage.text[-1] in ".:":
            return
        yield passage


def _infinitives(entries: list[Passage]) -> Iterator[Passage]:
    """Aims that have lost their bullets all begin with "To"; other lines without marks are no list."""
    if entries and sum(p.text.startswith("To ") for p in entries) >= 0.7 * len(entries) and len(entries) > 1:
        yield from entries


def in_prose(flow: list[Passage]) -> Iterator[Priority]:
    for passage in flow:
        for match in _PROSE.finditer(passage.text) if "priorities" in passage.text.lower() else ():
            if re.match(r"\w+(?:ed|en)\b", match["list"]):
                continue
            for start, end in _parts(match["list"]):
                at = match.start("list")
                title = match["list"][start:end].strip(" ,;")
                if title and len(title.split()) <= 10:
                    yield Priority(None, title, None, *passage.span(at + start, at + end), 0.5)


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """Entries of a list in a sentence; one entry alone, or one with a verb, is no list."""
    listed = re.split(r"\b(?:are|is|were|was|which|that|has|have)\b", words)[0]
    stops = list(re.finditer(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=[^,;]*$)", listed))
    if not stops or not any(re.search(r"[,;]", m[0]) for m in stops):
        return
    at = 0
    for stop in stops:
        yield at, stop.start()
        at = stop.end()
    yield at, len(listed)
