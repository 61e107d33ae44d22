"""The date a paper bears, where it is not the date of a meeting: at the head of a letter, under a title, in a named line."""

import re

from sightline_reader.classify import kind_of
from sightline_reader.layout import Line, Spans, View, fold
from sightline_reader.model import Candidate
from sightline_reader.words import Day, days_in

HEAD_LINES = 25
"""A date that stands alone among so many first lines is the paper's."""

_NAMED = re.compile(
    r"(?i)\b(?:date(?: of (?:report|issue|letter|paper|publication))?|report date|dated|published|issued)\s*:?\s*$"
)
_AS_AT = re.compile(
    r"(?i)\b(?:log|report|tracker|list|plan|update|register|paper|position|data)\b.{0,30}\bas\s+(?:at|of|on)?\s*$"
)
_NOT_IT = re.compile(
    r"(?i)\b(?:next|previous|last|review|meeting (?:held|of|on)|approved|agreed|held|due|deadline|created|revised"
    r"|since|until|from|between|effective|printed|page|born"
    r"|inspection|inaugural|by|before|after|version|v\d|as at)\b[^.]{0,40}$"
)
_OF_A_PERIOD = re.compile(r"(?i)^\s*(?:to|until|and|[-–])\s*\S+\s+\S+")
_HAVE_NONE = frozenset(("minutes", "agenda", "attendance_grid", "membership_list", "dataset"))


def find(view: View) -> list[Candidate]:
    """The one date of the paper, or nothing. Minutes bear the date of their meeting, which is another kind."""
    kind = kind_of(view)
    if kind in _HAVE_NONE:
        return []
    scored = [
        (score, -day.start, day, line) for day, line in _dates(view) if (score := _score(view, day, line, kind)) > 0
    ]
    if not scored:
        return []
    score, _, day = max(scored, key=lambda found: found[:2])[:3]
    fields = {"date": day.written(), "what": "letter" if re.search(r"(?im)^[ \t]*dear\b", view.text[:4000]) else kind}
    return [view.candidate("document_date", fields, (day.start, day.end), min(0.5 + 0.1 * score, 0.9))]


def _dates(view: View) -> list[tuple[Day, Line]]:
    head = [line for line in view.lines if not line.blank and not line.furniture][:HEAD_LINES]
    end = [line for line in view.lines if not line.blank][-4:]
    lines = {line.number: line for line in [*head, *end]}.values()
    return [(day, line) for line in lines if len(line.text) < 400 for day in days_in(line.text, line.start) if day.year]


def _rows(view: View) -> Spans:
    """Where tables of some length stand: a date in a row is that of the row."""
    return Spans((t.rows[1][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 2)


def _score(view: View, day: Day, line: Line, kind: str) -> int:
    """How much the words around a date say that the paper bears it; nothing where they say another thing."""
    before = view.text[line.start : day.start]
    after = view.text[day.end : line.end]
    alone = not re.search(r"[A-Za-z]{2}", before + after)
    early = line.number < view.lines[-1].number * 0.5 or len(view.lines) < 60
    place = sum(1 for ln in view.lines[: line.number] if not ln.blank)
    if _AS_AT.search(before) and place < 6:
        return 6
    if _NOT_IT.search(before) or _OF_A_PERIOD.match(after) or kind in ("terms_of_reference", "policy", "arrangements"):
        return 0
    if _NAMED.search(before) and place < HEAD_LINES:
        return 5
    if day.start in view.once(_rows):
        return 0
    titled = len(fold(line.text).split()) <= 14 and not fold(line.text).endswith(".") and place < 8
    if alone and early and place < HEAD_LINES:
        return 4 if place < 12 else 3
    if (
        titled
        and re.search(r"[,–-]\s*(?:\w+day,?\s*)?$|[A-Za-z)]\s*$", before)
        and not re.search(r"(?i)\b\d|\bof$", before[-3:])
    ):
        return 2
    return 1 if alone and not early else 0
