"""Owners' initials in a right-hand column, beside the line of the paragraph that sets the task."""

import re
from collections.abc import Iterator

from sightline_reader.layout import Line, View
from sightline_reader.model import Candidate
from sightline_reader.tasks.owners import when_in
from sightline_reader.tasks.sentences import Sentence, sentences_in, task_sentence

_MARGIN = re.compile(
    r"(?P<text>.*?\S)?(?P<gap>\s{8,})(?P<owners>(?:[A-Z]{2,4}|All|Chair)(?:\s?[/,&]\s?(?:[A-Z]{2,4}|All|Chair))*\s?/?)\s*$"
)
LEAST_COLUMN = 70
"""A margin begins no further left than this."""
LEAST_MARKS = 2
SAME_MARGIN = 14


def margin_actions(view: View) -> Iterator[Candidate]:
    """One action for each mark in a margin that holds several."""
    marks = [
        (line, match)
        for line in view.body
        if _may_end_in_margin(line.text)
        and (match := _MARGIN.match(line.text))
        and match.start("owners") >= LEAST_COLUMN
    ]
    if len(marks) < LEAST_MARKS:
        return
    middle = sorted(match.start("owners") for _, match in marks)[len(marks) // 2]
    for line, match in marks:
        if abs(match.start("owners") - middle) > SAME_MARGIN:
            continue
        owners = match["owners"].strip(" /,")
        sentence = _beside(view, line, match, owners)
        if sentence:
            fields = {
                "what": sentence.text,
                "who": owners,
                "by_when": when_in(sentence.text),
                "status": None,
                "number": None,
            }
            doubts = ("The owner stands in the margin; which sentence is meant is a guess.",)
            yield view.candidate("actions", fields, (sentence.start, sentence.end), 0.55, doubts)


def _may_end_in_margin(text: str) -> bool:
    end = text.rstrip()
    return len(text) > LEAST_COLUMN and (end[-1:].isupper() or end.endswith(("/", "All", "Chair")))


def _beside(view: View, line: Line, match: re.Match[str], owners: str) -> Sentence | None:
    """The sentence on the mark's own line, or on the next where the mark has its line to itself."""
    lines = [other for other in view.body if not other.blank]
    at = lines.index(line)
    if not match["text"]:
        at += 1
    if at >= len(lines):
        return None
    block = next((b for b in view.blocks if b.start <= lines[at].start < b.end), None)
    if block is None:
        return None
    text = without_margin(view.text[block.start : block.end])
    near = [
        s
        for s in sentences_in(text, 0, len(text))
        if s.start <= lines[at].end - block.start and s.end >= lines[at].start - block.start
    ]
    chosen = task_sentence(near, owners)
    return Sentence(chosen.text, chosen.start + block.start, chosen.end + block.start) if chosen else None


_IN_MARGIN = re.compile(
    r"(?m)\n[ \t]{60,}(?:(?:[A-Z]{2,4}|All|Agenda)\s?/?[ \t]?)+$|(?<=\s{8})(?:[A-Z]{2,4}\s?[/,&]?\s?)+[ \t]*$"
    r"|(?<=\s{8})[A-Z][a-z]+[ \t]*$"
)
"""A line of the margin alone with the line end before it, or what stands far to the right behind a line."""


def without_margin(text: str) -> str:
    """A block's text with what stands in its margin painted over."""
    return _IN_MARGIN.sub(lambda m: " " * len(m[0]), text) if " " * 8 in text else text
