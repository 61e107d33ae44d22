"""Lists of documents by area, as reviews of many partnerships append them: a place name as heading, titles under it."""

import re
from collections.abc import Iterator

from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, running_text, title_of

LEAST_ENTRIES = 4
"""Fewer documents under a heading are a mention."""

LEAST_AREAS = 3
"""A list by area names several areas."""

_OPENS = re.compile(
    r"(?i)\b(?:evidence|documents?|papers?|sources|policies|minutes|reports)\b.{0,40}\b(?:reviewed|considered|read"
    r"|examined|included|received|analysed|scrutinised|consulted|listed|available)\b|\b(?:list of|listed) (?:documents"
    r"|papers|evidence)\b"
)
_DOCUMENT = re.compile(
    r"(?i)\b(?:minutes|report|strategy|plan|policy|framework|protocol|review|agenda|assessment|arrangements|guidance"
    r"|notes?|terms of reference|audit|toolkit|tool"
    r"|presentation|summary|learning|information|handbook|profile|paper|service|settings|panel|committee|board"
    r"|subgroup|sub-committee|conferences?|commission)\b|\((?:[^()]*\d{4}|no date|n date|undated)\)"
)
_IN_BRACKETS = re.compile(r"(?i)\(([^()]*(?:19|20)\d\d[^()]*|no date|undated)\)\s*$")
_YEARS = re.compile(r"\b((?:19|20)\d\d\s?[-–/]\s?(?:20)?\d\d)\b")
_PLACE = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:and|&|of|the|upon|on|with|in)?\s*[A-Z][\w’'-]+){0,4}")


def find(view: View) -> list[Candidate]:
    """Area, title and date as printed of each listed document."""
    flow = running_text(view)
    opening = next(
        (n for n, p in enumerate(flow) if _OPENS.search(title_of(p)) and _is_list(flow[n + 1 : n + 12])), None
    )
    if opening is None:
        return []
    entries = list(_entries(flow[opening + 1 :]))
    areas = {area for area, _ in entries if area}
    return [_candidate(view, area, p) for area, p in entries] if len(areas) >= LEAST_AREAS else []


def _is_list(after: list[Passage]) -> bool:
    return sum(bool(_DOCUMENT.search(p.text)) and len(p.text) < 260 for p in after) >= LEAST_ENTRIES


def _entries(flow: list[Passage]) -> Iterator[tuple[str | None, Passage]]:
    area: str | None = None
    for n, passage in enumerate(flow):
        after = flow[n + 1 : n + 3]
        if _is_place(passage) and any(_DOCUMENT.search(p.text) for p in after):
            area = passage.text.strip(" :#*")
        elif re.match(r"(?i)(?:appendix|annex|glossary|contents)\b", passage.text):
            return
        elif (
            len(passage.text) < 320
            and len(passage.text.split()) > 1
            and not re.search(r"(?i)^https?://|^\W*\d+\W*$", passage.text)
        ):
            yield area, passage


def _is_place(passage: Passage) -> bool:
    words = passage.text.strip(" :#*")
    return (
        not passage.mark.strip("#")
        and bool(_PLACE.fullmatch(words))
        and len(words.split()) <= 4
        and not _DOCUMENT.search(words)
    )


def _candidate(view: View, area: str | None, passage: Passage) -> Candidate:
    dated = _IN_BRACKETS.search(passage.text) or _YEARS.search(passage.text)
    fields = {
        "area": area,
        "title": passage.text.strip(" .;"),
        "date": dated[1] if dated else None,
    }
    return view.candidate("listed_documents", fields, (passage.start, passage.end), 0.75 if area else 0.5)
