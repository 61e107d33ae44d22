"""Actions behind a marker: `ACTION: KS to …`, `Actions:` over bullets, `(Action: Name)`, `Action - Name`."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sightline_reader.layout import Block, Spans, View, trimmed
from sightline_reader.model import Candidate
from sightline_reader.people.names import name_at
from sightline_reader.people.posts import kind_of_words
from sightline_reader.tasks.owners import owner_in, when_in
from sightline_reader.tasks.sentences import Sentence, sentences_in, task_sentence

_WORD = (
    r"ACTIONS?(?: POINTS?)?|Actions?(?: points?)?(?=[ \t]?\d|[ \t]*[:–—-]|[ \t]?\()|(?:[Aa]greed|Key|New) actions?(?=\s*[:–—-])"
    r"|AP(?=\d)|Actions?(?= (?:by|for|agreed|required|on|needed)\b[^:\n]{0,30}[:–—-])"
)
_FOR = r"(?:\s?\((?P<aside>[^)\n]{1,40})\)| (?:by|for|on)(?: (?P<for>[A-Z][\w ’'&/.-]{0,40}?)(?=\s*[:–—-]))?| agreed| required| needed)?"
_NUMBER = r"(?P<number>(?:No\.? ?)?\d{1,3}(?:[./]\d{1,3}){0,3}[a-z]?)?"
_MARK = re.compile(
    rf"(?=[(\[AaKN])(?<![\w’'])(?P<open>[(\[]?)(?P<word>{_WORD}){_FOR}[ \t]?{_NUMBER}[ \t]*"
    r"(?P<sep>[:–—-]+|\.(?=\s[A-Z])|;|(?<=\d)(?=\s[A-Z][\w/ ]{0,30} to [a-z]))[ \t]*"
)
_TOLD = re.compile(
    r"^\s*(?:(?P<who>lead|owner|responsible(?: officer| person)?|by whom|who|action owner)"
    r"|(?P<when>due(?: date)?|deadline|by when|timescale|target(?: date)?|when|complete by))\s*[:–-]\s*(?P<value>.+?)\s*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-–•·▪●◦*\ue000-\uf8ff]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_LIST_FOR = re.compile(
    r"^(?:for (?P<who>[A-Z][\w ’'&/-]{1,60}?)|(?P<named>[A-Z][\w ’'&/-]{1,60}?)(?=\s*:\s*$))\s*:?\s*$"
)
_INITIALS = re.compile(r"[A-Z]{2,4}(?:\s?(?:[/&,]|and)\s?[A-Z]{2,4})*\.?")
"""Owners alone behind a marker at the end of a line: the action is what stands before it."""
LONGEST_OWNERS = 8
"""More words than this behind a marker are an action, not owners."""
MID_SENTENCE = 60
"""A block so long that ends without a full stop was cut in mid-sentence, by the end of a page."""


@dataclass(frozen=True, slots=True)
class Marked:
    what: tuple[int, int]
    who: str | None
    when: str | None
    number: str | None


def marked_actions(view: View) -> Iterator[Candidate]:
    """Every action that a marker announces, outside the tables."""
    in_tables = Spans((t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if t.origin in ("markdown", "tabs"))
    for mark in _MARK.finditer(view.text):
        if mark.start() in in_tables or _is_a_heading(view, mark):
            continue
        for found in _behind(view, mark):
            yield _candidate(view, found)


def _is_a_heading(view: View, mark: re.Match[str]) -> bool:
    """`Action - plan`, `Actions from the last meeting:` and the like announce nothing."""
    rest = view.text[mark.end() : mark.end() + 40]
    return bool(re.match(r"\s*(?:log|plan|tracker|points?|list|report|from|arising|notes)\b", rest, re.I))


def _candidate(view: View, found: Marked) -> Candidate:
    what = view.plain(*found.what)
    who = found.who or owner_in(what)
    fields = {"what": what, "who": who, "by_when": found.when or when_in(what), "status": None, "number": found.number}
    doubts = () if who else ("No owner is named for this action.",)
    return view.candidate("actions", fields, found.what, 0.85 - 0.1 * len(doubts), doubts)


def _behind(view: View, mark: re.Match[str]) -> list[Marked]:
    number = mark["number"].lower().removeprefix("no").strip(" .") if mark["number"] else None
    if mark["open"]:
        return _in_brackets(view, mark, number)
    line = view.line_at(mark.start())
    rest = view.plain(mark.end(), line.end)
    if _INITIALS.fullmatch(rest) and view.text[line.start : mark.start()].strip():
        return _owned(view, mark, rest, number)
    end = _paragraph_end(view, mark)
    words = view.plain(mark.end(), end)
    bullets = _bullets_below(view, end) if not words or _LIST_FOR.match(words) else []
    if bullets or not words:
        return _listed(view, words, bullets)
    if _only_owners(words):
        return _owned(view, mark, words, number)
    who, when = _told_below(view, end)
    named = mark["for"] or (mark["aside"] if mark["aside"] and _only_owners(mark["aside"]) else None)
    return [Marked(span, named or who, when, number) for span in _split_by_owner(view, mark.end(), end)]


def _paragraph_end(view: View, mark: re.Match[str]) -> int:
    """The action runs to the end of its block, the next marker, or the next agenda item."""
    block = _block_at(view, mark.start())
    if block is None:
        return mark.end()
    if mark.end() >= block.end:
        return block.end
    following = _MARK.search(view.text, mark.end(), block.end)
    stops = [block.end] + ([following.start()] if following else [])
    for line in block.lines:
        if line.start > mark.end() and (
            _BULLET.match(line.text)
            or line.text.rstrip().endswith(":")
            or _TOLD.match(line.text)
            or re.match(r"\s*(?:No )?\d{1,2}(?:\.\d{1,2})?[.)]?\s", line.text)
        ):
            stops.append(line.start)
    inline = re.compile(r"\s\d{1,2}\.\s+[A-Z][a-z]|\sNext meeting\b").search(view.text, mark.end(), block.end)
    return min([*stops, *([inline.start()] if inline else [])])


def _block_at(view: View, offset: int) -> Block | None:
    at = bisect_right(view.blocks, offset, key=lambda block: block.start) - 1
    return view.blocks[at] if at >= 0 and offset < view.blocks[at].end else None


def _bullets_below(view: View, offset: int) -> list[tuple[int, int]]:
    """The bulleted entries that follow, up to the first line that is none."""
    found: list[tuple[int, int]] = []
    indent, sign = None, ""
    for line in view.body:
        if line.start < offset or line.blank:
            continue
        bullet = _BULLET.match(line.text)
        if bullet and (not found or _sign(bullet) == sign):
            sign = _sign(bullet)
            found.append((line.start + bullet.end(), line.end))
            indent = line.indent
        elif found and not bullet and line.indent > (indent or 0):
            found[-1] = (found[-1][0], line.end)
        else:
            break
    return found


def _sign(bullet: re.Match[str]) -> str:
    return re.sub(r"[\w]+", "1", bullet[0].strip())


def _listed(view: View, words: str, bullets: list[tuple[int, int]]) -> list[Marked]:
    owner = _LIST_FOR.match(words) if words else None
    who = owner["who"] or owner["named"] if owner else None
    return [Marked(trimmed(view.text, *span), who, None, None) for span in bullets]


def _only_owners(words: str) -> bool:
    """Names, initials, posts or `All`, parted by strokes, commas or `and`."""
    parts = [p for p in re.split(r"\s*(?:/|,|&|\band\b|;)\s*", words.strip(" .")) if p]
    if not parts or len(words.split()) > LONGEST_OWNERS:
        return False
    return all(_one_owner(part) for part in parts)


def _one_owner(part: str) -> bool:
    if re.fullmatch(
        r"(?:[A-Z][A-Za-z]{0,2}[A-Za-z]{0,2}|All(?: members| partners| agencies)?|ALL|Chair|The Chair)", part
    ):
        return True
    name = name_at(part)
    whole_name = name is not None and name.end == len(part)
    return whole_name or (
        len(part.split()) <= 4 and part[:1].isupper() and kind_of_words(part) != "unknown" and " to " not in part
    )


def _in_brackets(view: View, mark: re.Match[str], number: str | None) -> list[Marked]:
    close = re.compile(r"[)\]]").search(view.text, mark.end(), mark.end() + 300)
    if not close:
        return []
    words = view.plain(mark.end(), close.start())
    if _only_owners(words):
        return _owned(view, mark, words, number)
    return [Marked((mark.end(), close.start()), None, None, number)]


def _owned(view: View, mark: re.Match[str], owners: str, number: str | None) -> list[Marked]:
    """The marker gives owners only: the action is the sentence before it that sets a task."""
    sentence = task_sentence(_sentences_before(view, mark.start()), owners)
    return [Marked((sentence.start, sentence.end), owners.strip(" ."), None, number)] if sentence else []


def _sentences_before(view: View, offset: int) -> list[Sentence]:
    """The sentences of the paragraph that ends at the marker."""
    before = [b for b in view.blocks if b.start < offset and view.text[b.start : min(b.end, offset)].strip()]
    if not before:
        return []
    start = before[-1].start
    if len(before) > 1 and before[-1].text[:1].isalpha() and before[-2].text[-1:] not in ".:;?!)":
        start = before[-2].start if not before[-2].text.isupper() and len(before[-2].text) > MID_SENTENCE else start
    marks = [m.end() for m in _MARK.finditer(view.text, start, offset)]
    for line in view.body:
        if start <= line.start < offset and re.match(r"\s*(?:\d{1,2}\.\d{1,2}\.?|\d{1,2}\.?|[·•▪-])\s", line.text):
            marks.append(line.start)
    return sentences_in(view.text, max([start, *marks]), offset)


def _told_below(view: View, offset: int) -> tuple[str | None, str | None]:
    """Owner and date, where lines of their own right below say them."""
    who = when = None
    for line in view.filled_below(offset, 2):
        told = _TOLD.match(line.text)
        if told is None:
            break
        who = told["value"] if told["who"] else who
        when = told["value"] if told["when"] else when
    return who, when


def _split_by_owner(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """One action, or one for each sentence where every sentence has an owner of its own."""
    counted = [m.end() for m in re.finditer(r"(?:^|[\s;])\(?\d{1,2}[.)]\s+(?=[A-Z])", view.text[start:end])]
    if len(counted) > 1 or (counted and not view.text[start : start + counted[0]].strip(" ()0123456789.")):
        edges = [*(start + at for at in counted), end]
        return [_without_next_number(view.text, a, b) for a, b in itertools.pairwise(edges)]
    sentences = sentences_in(view.text, start, end)
    each = [re.match(r"(?:[A-Z][\w’'-]*\s){1,3}to\s", s.text) for s in sentences]
    if len(sentences) > 1 and all(each):
        return [(s.start, s.end) for s in sentences]
    return [trimmed(view.text, start, end)]


def _without_next_number(text: str, start: int, end: int) -> tuple[int, int]:
    """An entry of `1) … ; 2) …` up to the mark and the number of the next."""
    kept = re.sub(r"[\s;]*\(?\d{1,2}[.)]\s*$|[\s;]+$", "", text[start:end])
    return trimmed(text, start, start + len(kept))
