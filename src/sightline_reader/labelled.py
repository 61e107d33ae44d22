"""Labelled values in the head of a paper: `Date: 3 May`, `Place        The Old Mill,` and the lines that run on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline_reader.layout import Line, View, fold, trimmed

GAP = re.compile(r"\s*(?::|;(?=\s)|\t|\s{3,}|\s[–—-]\s)\s*")
LONGEST_HEAD = 6000
HEAD_ENDS = re.compile(
    r"\s*(?:(?:item|no\.?)?\s*(?:no\.? ?)?0?1(?:[.):]\s*|\s+)(?=[A-Z“(])"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec))|0?1[.)]?\s*$|(?:agenda\s+|no\.?\s+)?items?\b|welcome\b|introductions?\b"
    r"|minutes of (?:the )?(?:last|previous)|matters arising|declarations? of interest)",
    re.IGNORECASE,
)
INLINE_FIRST_ITEM = re.compile(r"\s1\.\s+(?:Attendance|Apologies|Welcome|Introduction|Present)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with its place; `start` is where its label begins, `at` where the value does."""

    label: str
    value: str
    start: int
    at: int
    end: int


def head_end(view: View) -> int:
    """Where the head of the paper stops: the first agenda item, or a fixed length."""
    for line in view.body:
        if line.start > LONGEST_HEAD:
            return LONGEST_HEAD
        if inline := INLINE_FIRST_ITEM.search(line.text):
            return line.start + inline.start()
        if line.start > 40 and HEAD_ENDS.match(line.text) and "\t" not in line.text.strip()[:3]:
            return line.start
    return min(len(view.text), LONGEST_HEAD)


def labelled(view: View, names: str, stop: int, start: int = 0) -> Iterator[Labelled]:
    """Values whose label matches `names` (a pattern), between two offsets, in order."""
    pattern = re.compile(rf"\s*[#>*|]*\s*(?P<label>{names})(?P<gap>{GAP.pattern}|\s*$)", re.IGNORECASE)
    lines = [line for line in view.body if start <= line.start < stop]
    for n, line in enumerate(lines):
        match = pattern.match(line.text)
        if not match:
            continue
        at, end = _value(lines, n, match.end(), ":" in match["gap"])
        at, end = trimmed(view.text, at, min(end, stop))
        if end > at:
            label_start = line.start + match.start("label")
            yield Labelled(fold(match["label"]), view.plain(at, end), label_start, at, end)


def _value(lines: list[Line], n: int, column: int, colon: bool) -> tuple[int, int]:
    """From the value's first character to its last line: lines set in as far as the value belong to it."""
    line = lines[n]
    if line.text[column:].strip():
        return line.start + column, _last_of(lines, n, column).end
    following = next((m for m in range(n + 1, min(n + 3, len(lines))) if not lines[m].blank), None)
    return (lines[following].start, lines[following].end) if following and colon else (line.end, line.end)


def _last_of(lines: list[Line], n: int, column: int) -> Line:
    last = lines[n]
    for line in lines[n + 1 :]:
        if line.blank or column < 12 or abs(line.indent - column) > 3:
            break
        last = line
    return last
