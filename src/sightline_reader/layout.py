"""How a document is laid out: its lines, blocks, headings, numbered items, sections and tables.

`View.text` has the length of `Document.text`, character for character, so that an offset into one is an offset into
the other: inline tags, emphasis marks and odd spaces are painted over with spaces, never cut out.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from sightline_reader.glance import found_at, holds_any
from sightline_reader.model import Candidate, Document, Table
from sightline_reader.tables import tables_in

T = TypeVar("T")

HEADING_LENGTH = 110
"""A longer line is a sentence, whatever its capitals."""

FURNITURE_REPEATS = 3
EDGE_LINES = 3
"""A line that stands so often among so many lines at the edge of pages, numbers apart, is a running head or foot."""

NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
BULLETS = "•·▪●◼■❖➢►▶○◦‣∙⁃*\uf0b7\uf0a7\uf076\uf0d8–—-"
MARKER = re.compile(
    rf"[ \t]*(?:(?P<number>(?:(?:AGENDA )?ITEM |No\.? )?{NUMBER})(?:[.):](?=\s|$|[A-Z])|(?=[ \t]{{1,12}}\S))"
    rf"|(?P<letter>(?-i:\(?(?:[a-z]|[ivx]{{1,4}})[.)]))(?=\s)|(?P<bullet>[{re.escape(BULLETS)}]|o(?= ))(?=\s))[ \t]*",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """A line without its line end. `furniture` marks running heads, running feet and lone page numbers."""

    number: int
    text: str
    start: int
    end: int
    page: int
    furniture: bool = False

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together, with nothing blank between them. `text` has its white space folded."""

    lines: tuple[Line, ...]
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered, lettered or bulleted entry with the lines that continue it. `start` is where its own words begin."""

    number: str
    text: str
    start: int
    end: int
    indent: int
    bullet: bool


@dataclass(frozen=True, slots=True)
class Heading:
    number: str
    text: str
    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Section:
    """From the end of a heading to the next heading of its level or above; `heading` is None before the first."""

    heading: Heading | None
    start: int
    end: int


class Spans:
    """Stretches of a text that answer quickly whether a place lies in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]

    def touch(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with this one."""
        return bisect_left(self._starts, end) > bisect_right(self._ends, start)


class View:
    """One document as the readers of its kinds see it. Everything is worked out once, when first asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._worked_out: dict[Callable[[View], Any], Any] = {}
        self._standing: dict[tuple[str, ...], tuple[str, ...]] = {}

    def once(self, work: Callable[["View"], T]) -> T:
        """What `work` makes of this view, worked out the first time it is asked for."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return self._worked_out[work]

    @cached_property
    def text(self) -> str:
        return paint_over_markup(self.document.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        spans = tuple(_line_spans(self.text))
        running = _furniture(self.text, spans, [p.start for p in self.document.pages] if self.document.pages else [0])
        return tuple(Line(n, self.text[a:b], a, b, self.page_of(a), n in running) for n, (a, b) in enumerate(spans))

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines without page furniture."""
        return tuple(line for line in self.lines if not line.furniture)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(_blocks(self.body))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(_items(self.body))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(_headings(self.body))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(_sections(self.headings, len(self.text)))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The document's own tables, and beside them those drawn with bars or tabs."""
        told = self.document.tables
        drawn = tables_in(self.text, self.page_of)
        if not told:
            return drawn
        held = Spans((table.rows[0][0].start, table.rows[-1][-1].end) for table in told if table.rows and table.rows[0])
        return (*told, *(part for table in drawn for part in _outside(table, held)))

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.document.pages]

    def page_of(self, offset: int) -> int:
        """The number of the page that holds the offset; form feeds part the pages of a plain text."""
        starts = self._page_starts
        if not starts:
            return self.document.text.count("\f", 0, offset) + 1
        return self.document.pages[max(bisect_right(starts, offset) - 1, 0)].number

    @cached_property
    def _small(self) -> str:
        """The text in small letters, of the same length: the few letters that would grow stay as they are."""
        small = self.text.lower()
        if len(small) == len(self.text):
            return small
        return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in self.text)

    def finds(self, pattern: re.Pattern[str], stems: tuple[str, ...]) -> Iterator[re.Match[str]]:
        """What `finditer` finds, for a pattern that begins with one of these stems, written small, in any case."""
        return found_at(pattern, self.text, self._small, stems)

    def standing(self, stems: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these stems, written small, that stand in the text in any case: no part of it holds another."""
        if stems not in self._standing:
            self._standing[stems] = tuple(stem for stem in stems if stem in self._small)
        return self._standing[stems]

    def plain(self, start: int, end: int) -> str:
        """The words between two offsets, white space folded."""
        return fold(self.text[start:end])

    def filled_above(self, offset: int, count: int) -> tuple[Line, ...]:
        """The last lines with words that end at or before an offset, furniture left out, the nearest last."""
        at = bisect_right(self._filled_ends, offset)
        return self._filled[max(at - count, 0) : at]

    def filled_below(self, offset: int, count: int) -> tuple[Line, ...]:
        """The first lines with words that begin at or after an offset, furniture left out."""
        at = bisect_left(self._filled_starts, offset)
        return self._filled[at : at + count]

    @cached_property
    def _filled_starts(self) -> list[int]:
        return [line.start for line in self._filled]

    @cached_property
    def _filled(self) -> tuple[Line, ...]:
        return tuple(line for line in self.body if not line.blank)

    @cached_property
    def _filled_ends(self) -> list[int]:
        return [line.end for line in self._filled]

    def line_at(self, offset: int) -> Line:
        starts = self._line_starts
        return self.lines[max(bisect_right(starts, offset) - 1, 0)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def heading_over(self, offset: int) -> Heading | None:
        """The last heading that begins at or before the offset."""
        at = bisect_right(self._heading_starts, offset) - 1
        return self.headings[at] if at >= 0 else None

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [heading.start for heading in self.headings]

    def candidate(
        self, kind: str, fields: dict, span: tuple[int, int], confidence: float, doubts: tuple[str, ...] = ()
    ) -> Candidate:
        """A candidate of this document; the reader is named after its kind, edge spaces are left out of its span."""
        start, end = trimmed(self.text, *span)
        return Candidate(kind, fields, start, end, confidence, kind, self.page_of(start), doubts=doubts)


def _outside(table: Table, held: Spans) -> Iterator[Table]:
    """The runs of rows of a table that lie in none of the stretches."""
    for inside, rows in groupby(table.rows, key=lambda row: held.touch(row[0].start, row[-1].end)):
        run = tuple(rows)
        if not inside and len(run) > 1:
            yield replace(table, rows=run)


def fold(text: str) -> str:
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_NOTE_MARK = re.compile(r"(?<=[^\s>])<sup>\s*\d{1,3}\s*</sup>")
"""The raised number of a footnote behind a word."""

_BREAKING = re.compile(r"</?(?:p|div|li|ul|ol|tr|table|h[1-6]|br|td)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|lt|gt|rsquo|lsquo|ndash|mdash|#\d{1,5});")
_ENTITIES = {"&amp;": "&", "&quot;": '"', "&apos;": "'", "&rsquo;": "’", "&lsquo;": "‘", "&ndash;": "–", "&mdash;": "—"}
_ENTITIES |= {"&#58;": ":", "&#39;": "'", "&#38;": "&"}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u200c\u200d\u202f\u2060\ufeff\u00ad"), " ")


def paint_over_markup(text: str) -> str:
    """The text with tags, emphasis and odd spaces replaced by as many spaces. The length never changes."""
    text = text.translate(_SPACES)
    if "<" in text:
        text = _NOTE_MARK.sub(lambda m: " " * len(m[0]), text)
        text = _TAG.sub(lambda m: ("\n" if _breaks(m) else " ") + " " * (len(m[0]) - 1), text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: _ENTITIES.get(m[0], " ").ljust(len(m[0])), text)
    text = re.sub(r"\*\*|__|\\(?=[-*_#\[\]])", lambda m: " " * len(m[0]), text)
    return re.sub(r"(?m)^([ \t]*\d{1,3})\\([.)])", r"\1\2 ", text)


def _breaks(tag: re.Match[str]) -> bool:
    return bool(_BREAKING.match(tag[0])) and not tag[0].lower().startswith(("</p", "</li", "</td", "</tr"))


_LINE_END = re.compile(r"[\n\r\f\v](?:(?<=\r)\n)?")  # a set first: thrice as quick as two ways to begin


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for stop in _LINE_END.finditer(text):
        yield at, stop.start()
        at = stop.end()
    if at < len(text):
        yield at, len(text)


def _furniture(text: str, spans: tuple[tuple[int, int], ...], page_starts: list[int]) -> set[int]:
    """Numbers of the lines that are running heads, running feet or lone page numbers."""
    keys = [_DIGITS.sub("#", fold(text[a:b])) for a, b in spans]
    edges = _edge_lines(text, keys, spans, page_starts)
    at_edges = Counter(keys[n] for n in edges)
    found = {n for n in edges if keys[n] in PAGE_NUMBER or at_edges[keys[n]] >= FURNITURE_REPEATS}
    often = (key for key, times in Counter(keys).items() if times >= FURNITURE_REPEATS)
    named = {key for key in often if holds_any(key, ("page", "registered")) and _NAMES_PAGES.search(key)}
    return found | {n for n, key in enumerate(keys) if key in named}


_DIGITS = re.compile(r"\d+")
PAGE_NUMBER = {"#", "Page #", "Page # of #", "- # -", "# | Page", "# of #", "Page | #"}
_NAMES_PAGES = re.compile(
    r"(?:^|\s)page #(?: of #)?$|^page # |# ?\| ?page$|^registered (?:office|charity|number)", re.IGNORECASE
)


def _edge_lines(text: str, keys: list[str], spans: tuple[tuple[int, int], ...], page_starts: list[int]) -> set[int]:
    """The first and last lines with words of each page, EDGE_LINES of each; none in a text of one page."""
    starts = page_starts if len(page_starts) > 1 else [0, *(m.end() for m in re.finditer("\f", text))]
    if len(starts) < 2:
        return set()
    pages: dict[int, list[int]] = {}
    for n, key in enumerate(keys):
        if key:
            pages.setdefault(bisect_right(starts, spans[n][0]), []).append(n)
    return {n for lines in pages.values() for n in (*lines[:EDGE_LINES], *lines[-EDGE_LINES:])}


def _blocks(lines: tuple[Line, ...]) -> Iterator[Block]:
    held: list[Line] = []
    for line in lines:
        if not line.blank:
            held.append(line)
        elif held:
            yield _block(held)
            held = []
    if held:
        yield _block(held)


def _block(lines: list[Line]) -> Block:
    return Block(tuple(lines), fold(" ".join(line.text for line in lines)), lines[0].start, lines[-1].end)


def _items(lines: tuple[Line, ...]) -> Iterator[Item]:
    """Entries with a marker; an entry runs on until a blank line, another marker or a line set further left."""
    held: list[Line] = []
    for line in lines:
        if not line.blank and MARKER.match(line.text):
            if held:
                yield _item(held)
            held = [line]
        elif held and (line.blank or line.indent < held[0].indent):
            yield _item(held)
            held = []
        elif held:
            held.append(line)
    if held:
        yield _item(held)


def _item(lines: list[Line]) -> Item:
    marker = MARKER.match(lines[0].text)
    assert marker is not None  # the caller opened the item on a marker
    start = lines[0].start + marker.end()
    text = fold(" ".join([lines[0].text[marker.end() :], *(line.text for line in lines[1:])]))
    name = (marker["number"] or marker["letter"] or "").strip(" .():")
    return Item(name, text, start, max(lines[-1].end, start), lines[0].indent, bool(marker["bullet"]))


def _headings(lines: tuple[Line, ...]) -> Iterator[Heading]:
    for n, line in enumerate(lines):
        before = n == 0 or lines[n - 1].blank
        after = n + 1 == len(lines) or lines[n + 1].blank
        if level := _heading_level(line.text.strip(), before, after):
            marker = MARKER.match(line.text)
            number = marker["number"] if marker and marker["number"] else ""
            skip = marker.end() if marker and number else len(line.text) - len(line.text.lstrip(" #\t"))
            yield Heading(number, fold(line.text[skip:]).rstrip(" :"), line.start, line.end, level)


def _heading_level(text: str, before: bool, after: bool) -> int:
    """1 for a title, deeper for more; 0 where the line is no heading."""
    if not text or len(text) > HEADING_LENGTH or not re.search(r"[A-Za-z]{2}", text) or "|" in text:
        return 0
    if text.startswith("#"):
        return len(text) - len(text.lstrip("#"))
    numbered = re.match(rf"({NUMBER})[.):]?\s+(?=[A-Z“‘'\"])", text)
    if text[-1] in ".;," or (numbered and text[numbered.end() :].count(" ") > 11):
        return 0
    if numbered:
        return 1 + numbered[1].rstrip(".0").count(".") if before or text.endswith(":") else 0
    if text.isupper() and len(text) > 3:
        return 1
    short = len(text.split()) <= 9 and text[0].isupper()
    return 2 if short and (text.endswith(":") or (before and after)) else 0


def _sections(headings: tuple[Heading, ...], length: int) -> Iterator[Section]:
    if not headings or headings[0].start > 0:
        yield Section(None, 0, headings[0].start if headings else length)
    for n, heading in enumerate(headings):
        stop = next((later.start for later in headings[n + 1 :] if later.level <= heading.level), length)
        yield Section(heading, heading.end, stop)
