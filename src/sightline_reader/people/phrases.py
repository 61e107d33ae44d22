"""Cuts the text of a list of people into phrases at commas, brackets, dashes, semicolons, bullets and line ends."""

import re
from dataclasses import dataclass

from sightline_reader.layout import MARKER
from sightline_reader.people.names import LIKELY, name_at, person_at
from sightline_reader.people.vocabulary import MEDIUM_ORG, PLACES, POST_NOUNS, RANKS, STRONG_ORG, TITLES, WEAK_ORG

_SEPARATOR = re.compile(
    r"(?P<line>[ \t]*(?:\r?\n|[\r\f\v])[\s]*)|(?P<gap> {3,}|\t+ *)|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<semi>;)|(?P<comma>,)"
    r"|(?P<dash>\s[–—-]+(?=\s)|(?<=\w)[–—](?=\s)|\s[–—](?=\w))|(?P<colon>:)|(?P<bar>\||\s/(?=\s))"
    r"|(?P<stop>\.(?=\s|$))"
)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:No|St|Dept|Asst|Govt|vs|etc|e\.g|i\.e))$")


@dataclass(slots=True)
class Phrase:
    text: str
    start: int
    end: int
    mark: str
    """What stands before it: line, blank, gap, open, semi, comma, dash, colon, bar, stop, and, slash, or start."""
    depth: int


def phrases_in(text: str, start: int, end: int, places: frozenset[str] = frozenset()) -> list[Phrase]:
    """The phrases between two offsets. A line end that only wraps a phrase parts nothing."""
    out: list[Phrase] = []
    at, mark, depth = start, "start", 0
    for sep in _SEPARATOR.finditer(text, start, end):
        kind = sep.lastgroup or ""
        if kind == "line" and depth and not _closes_below(text, sep.end(), end):
            depth = 0
        if sep.start() < at or _is_no_separator(text, sep, kind, depth, places, at):
            continue
        out.extend(_cut(text, at, sep.start(), mark, depth, places))
        depth = max(depth + (kind == "open") - (kind == "close"), 0)
        in_list = mark == "comma" and kind == "line" and not text[at : sep.start()].strip()
        at, mark = sep.end(), "comma" if in_list else "blank" if kind == "line" and sep[0].count("\n") > 1 else kind
    out.extend(_cut(text, at, end, mark, depth, places))
    return out


_BRACKET = re.compile(r"[()\[\]]")


def _closes_below(text: str, at: int, end: int) -> bool:
    """Whether the open bracket is closed before another opens; else it was cut off at the end of its line."""
    bracket = _BRACKET.search(text, at, end)
    return bracket is not None and bracket[0] in ")]"


def _is_no_separator(text: str, sep: re.Match[str], kind: str, depth: int, places: frozenset[str], since: int) -> bool:
    if kind == "stop":
        word = re.search(r"[\w.]+$", text[max(since, sep.start() - 15) : sep.start()])
        return bool(word and (_ABBREVIATED.search(word[0]) or word[0].lower() in TITLES | RANKS))
    if kind == "line":
        return depth > 0 or _wraps(text, sep, places, since)
    return kind in ("gap", "comma") and depth > 0 and kind == "gap"


def _wraps(text: str, sep: re.Match[str], places: frozenset[str], since: int) -> bool:
    """Whether a phrase runs on over a line end: the next line begins small, or the last stopped in mid-phrase."""
    after = text[sep.end() : sep.end() + 80]
    before = text[since : sep.start()].strip()
    if sep[0].count("\n") > 1 or MARKER.match(after) or not before:
        return False
    if before[-1] in "&/-–" or re.search(r"\b(?:of|and|for|the|to|in|with|Dr|Mr|Mrs|Ms|Cllr)$", before):
        return True
    if name_at(after, 0, places) or before[-1] in ",;" or re.match(r"[A-Z][\w ]{2,30}:", after):
        return False
    line = text[text.rfind("\n", 0, sep.start()) + 1 : sep.start()]
    lone = re.fullmatch(r"(?:.*[,;(]\s*)?(?:Cllr |Dr |Mr |Mrs |Ms )?[A-Z][\w’'-]+", before) is not None
    return after[:1].islower() or after[:1] == "&" or (lone and "," in line) or (len(line) > 62 and "," in line)


def _cut(text: str, start: int, end: int, mark: str, depth: int, places: frozenset[str] = frozenset()) -> list[Phrase]:
    """One phrase, or several where names are joined with `and`, `&` or a stroke."""
    while start < end and (text[start].isspace() or text[start : start + 2] == "/ "):
        start += 1
    bullet = MARKER.match(text, start, end) if mark in ("line", "blank", "start", "bar", "gap") else None
    if bullet and bullet.end() < end:
        start, mark = bullet.end(), mark if mark in ("blank", "start", "gap") else "line"
    if tied := re.compile(r"(?:and|&)\s+(?=[A-Z])").match(text, start, end):
        start = tied.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return []
    if depth == 0:
        for joint in re.finditer(r"(?P<and>,?\s+(?:and|&|with)\s+)|(?P<slash>\s?/\s?)", text[start:end]):
            a, b = start + joint.start(), start + joint.end()
            left, right = name_at(text, start), name_at(text[b:end], 0, places, wrapped=True)
            left = left if left and left.end <= a else None
            if right and (left or joint.lastgroup == "and") and (right.certainty >= LIKELY or left):
                rest = _cut(text, b, end, joint.lastgroup or "and", 0, places)
                return [Phrase(text[start:a], start, a, mark, 0), *rest]
    if depth == 0 and (cut := _next_person(text, start, end, places)):
        return [Phrase(text[start:cut], start, cut, mark, 0), *_cut(text, cut, end, "and", 0, places)]
    return [Phrase(text[start:end], start, end, mark, depth)]


def _next_person(text: str, start: int, end: int, places: frozenset[str]) -> int | None:
    """Where the next person begins in a phrase without marks.

    Right behind a name; or behind an organisation, where a bracket or a dash follows: `Ann Lee - Acme Council Bob Poe - …`.
    """
    first = name_at(text, start, places)
    behind = re.compile(r"\s+").match(text, first.end, end) if first else None
    following = name_at(text, behind.end(), places) if behind else None
    if behind and following and following.certainty > LIKELY and following.end <= end:
        return behind.end()
    own = person_at(text, start, places)
    if (own and own.start > start) or not re.match(r"\s*(?:\(|[–—-]\s)", text[end : end + 3]):
        return None
    for gap in re.finditer(r"(?<=\w)\s+(?=[A-Z])", text[start:end]):
        at = start + gap.end()
        name = name_at(text, at, places)
        before = re.findall(r"[\w&’']+", text[start : start + gap.start()])
        if name and name.end == end and name.certainty >= LIKELY and before and _ends_organisation(before[-1]):
            return at
    return None


def _ends_organisation(word: str) -> bool:
    low = word.lower()
    known = STRONG_ORG | MEDIUM_ORG | WEAK_ORG | PLACES
    return low in known or low.rstrip("s") in known | POST_NOUNS or (word.isupper() and len(word) > 1)
