"""Recommendations that stand behind the word, with or without a number: "Recommendation 4: …"."""

import re
from collections.abc import Iterator

from sightline_reader.advice.entries import LEAST_WORDS, NAMED, Entry, take_list
from sightline_reader.passages import Passage, title_of


def named(flow: list[Passage]) -> Iterator[Entry]:
    """ "Recommendation 4: …", also when only the next passage holds its words."""
    paragraph = None
    for at, passage in enumerate(flow):
        marks = [m for m in NAMED.finditer(passage.text) if _opens_one(passage, m)]
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
    elif at + 1 < len(flow) and not NAMED.match(flow[at + 1].text):
        at, after = at + 1, flow[at + 1]
        entry = Entry(mark["number"], after.text, after.start, after.end)
    else:
        return None
    if stop == len(passage.text) or not words:
        take_list(flow, at, entry)
    return entry if len(entry.text.split()) >= LEAST_WORDS else None
