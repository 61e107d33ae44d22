"""Initiatives and programmes that a paper describes one by one: a title with a colon, then what it is about."""

import re
from collections.abc import Iterator

from sightline_reader.classify import kind_of
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.passages import Passage, running_text
from sightline_reader.words import days_in

LEAST = 4
"""Fewer paragraphs of this form are chance."""

LEAST_WORDS = 20
"""What an initiative is about takes at least a sentence."""

NEAR = 4
"""So many other passages may stand between one and the next."""

_ENTRY = re.compile(
    r"^(?P<title>[A-Z][\w’'&/-]*(?:\s+(?:[A-Z(/&][\w’'&/().-]*|of|and|for|the|in|to|with|/"
    r"|&)){1,9}?)\s?:\s+(?P<about>\S.*)$"
)
_LABELS = re.compile(
    r"(?i)\b(?:recommendations?|finding|priority|action|outcome|purpose|remit|chair|date|time|venue|key points?|note"
    r"|figure|table|appendix|section"
    r"|membership|quorum|present|apologies|source|summary|learning|impact|evidence)\b"
)
_SHORT = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z&]{1,7})\)$")
_LED_BY = re.compile(
    r"\b(?:led by|sponsored by|supported by|commissioned by"
    r"|funded by)\s+(?:the\s+)?(?P<lead>[A-Z][^,.;]{2,60}?)(?=[,.;]| aims| and | will | which )"
    r"|\bthis\s+(?P<lead2>[A-Z]{2,8})[- ]led\b|\bThe\s+(?P<lead3>[A-Z]{2,8})-led\b"
)


def find(view: View) -> list[Candidate]:
    """Title, abbreviation, words, lead and first date of each; nothing where fewer than a handful stand together."""
    if kind_of(view) not in ("report", "plan", "terms_of_reference", "annual_report", "policy"):
        return []
    flow = running_text(view)
    entries = [(n, p, m) for n, p in enumerate(flow) if (m := _ENTRY.match(p.text)) and _is_one(m)]
    return [_candidate(view, passage, match) for passage, match in _together(entries)]


def _is_one(match: re.Match[str]) -> bool:
    return len(match["about"].split()) >= LEAST_WORDS and not _LABELS.search(match["title"])


def _together(entries: list[tuple[int, Passage, re.Match[str]]]) -> Iterator[tuple[Passage, re.Match[str]]]:
    run: list[tuple[int, Passage, re.Match[str]]] = []
    for entry in [*entries, None]:
        if entry is not None and (not run or entry[0] - run[-1][0] <= NEAR):
            run.append(entry)
            continue
        if len(run) >= LEAST:
            yield from ((passage, match) for _, passage, match in run)
        run = [entry] if entry is not None else []


def _candidate(view: View, passage: Passage, match: re.Match[str]) -> Candidate:
    short = _SHORT.search(match["title"])
    led, days = _LED_BY.search(match["about"]), days_in(match["about"])
    fields = {
        "title": _SHORT.sub("", match["title"]).strip(),
        "abbreviation": short["short"] if short else None,
        "text": match["about"],
        "lead": next((name for name in led.groups() if name), None) if led else None,
        "date": days[0].written() if days else None,
    }
    return view.candidate("initiatives", fields, (passage.start, passage.end), 0.7)
