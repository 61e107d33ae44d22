"""Running words put together again: a passage is a paragraph, a bullet or a numbered entry, its wrapped lines joined.

Where a page is set in columns, a line is first cut into its pieces, and each piece joins the piece under it. A passage
keeps the place of every character, so that any part of it leads back to the text of the document.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from sightline_reader.layout import BULLETS, MARKER, Line, View

GAP = re.compile(r"((?<=\S)[ \u00a0]{4,}(?=\S)|\t+)")
"""So many spaces within a line part two columns."""

MARK_AND_SPACE = re.compile(rf"\s*(?:[{re.escape(BULLETS)}\ue000-\uf8ff]|\d{{1,3}}[.)]|\(?[a-z][.)])[ \u00a0]+(?=\S)")
"""A bullet or number with any room behind it opens an entry: that room is no gap between columns."""

UNWRAPPED_LINE = 180
"""Where most words stand in lines longer than this, every line is a paragraph."""

WIDEST_WRAP = 150
"""Longer lines hold whole paragraphs: nothing below them belongs to them."""

HANGING = re.compile(
    r"(?:[,(–&/-]|\b(?:a|an|the|of|to|in|on|at|by|for|from|and|or|with|that|which|as|is|are|was|were|be|has|have|had|their|its|our))$"
)
OPEN_BRACKET = re.compile(r"\([^()]{0,60}$")
"""A line that ends inside a bracket goes on, also behind a colon."""

SIGNS = re.compile(r"[ \t]*[↗↘↔↕↑↓→➔➜Øü✓✔\ue000-\uf8ff](?=\s|\*)[ \t]*")
"""Signs that stand for a bullet beyond those of the layout: arrows, ticks and letters of symbol fonts."""

FIGURE_ALONE = re.compile(r"[£$]?\d[\d,.]*\s?(?:%|k|m|bn)?")
BREAK = re.compile(r"(?<=[.!?])[’”\"')\]]*\s+(?=[“‘\"'(]?[A-Z0-9•])")
SHORT_HEADING = 5
"""A line of so few words that ends in a colon heads what follows."""

HEADING_WORDS = re.compile(
    r"(?i)\W*(?:contents|foreword|introduction|background|purpose|membership|recommendations?|findings|key points|conclusions?"
    r"|summary|executive summary|references|glossary|appendix \w+|annex \w+|quorum|frequency|reporting|structure|review)\W*"
)
"""A line of these words alone is a heading, whatever stands around it."""

PAREN_NUMBER = re.compile(r"[ \t]*\((?P<number>\d{1,2})\)[ \t]+(?=\S)")
"""A number in brackets that opens an entry: "(2) To note …"."""

LABELLED = re.compile(r"[A-Z][A-Za-z]{2,}(?:[ /&-][A-Za-z]+){0,3}(?:\s\d{1,3})?\s?:\s")
"""A line that opens with a label, such as "Recommendation 3: ", begins something new."""

PAIR = re.compile(r"[A-Z][^.;:]{2,50}\s[–—-]\s\S[^.;:]{2,60}$")
"""Lines that each pair two things with a dash are a list."""

DATED_TITLE = re.compile(
    r"^(?=.{8,70}$)[A-Z].*(?:\((?:\w+ )?(?:19|20)\d\d\)|\bpublished (?:on |in )?[\w ]*(?:19|20)\d\d)$"
)
"""A short line that ends in its date is an entry of a list."""

NAME_OF_A_BODY = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+|(?:of|and|the|for|&)\s+){1,8}(?:Board|Partnership|Committee|Council|Panel|Trust|Executive|Report|Minutes|Agenda)"
)
"""A line that is only the name of a body or paper is a title line: the next line does not go on with it."""

LONGEST_SHORT_FORM = 12
"""Characters at the end of a sentence within which a short form lies."""

SHORT_FORMS = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|No|Rev|Prof|Cllr|approx|inc|incl|vs|cf|p|pp|para|c|Ltd)|\b[A-Z]|^\d{1,3})\.$"
)


class Piece(NamedTuple):
    """A stretch of one line without a column gap. `left` and `right` are columns on the page, `row` is the line's number.

    A tuple, as a long paper has tens of thousands, and a frozen dataclass costs three times as much to make.
    """

    text: str
    start: int
    row: int
    left: int
    cell: bool = False
    """Whether a tab parts it from a neighbour: cells of tables are never joined to the line below."""

    @property
    def right(self) -> int:
        return self.left + len(self.text)


class Places(Sequence[int]):
    """Where each character of joined lines stands; the space between two lines stands at the end of the first."""

    def __init__(self, parts: list[tuple[str, int]]) -> None:
        self._begins = [0, *accumulate(len(text) + 1 for text, _ in parts)]
        self._starts = [start for _, start in parts]
        self._lasts = [start + len(text) - 1 for text, start in parts]

    def __len__(self) -> int:
        return self._begins[-1] - 1

    def __getitem__(self, at: int) -> int:
        at = at + len(self) if at < 0 else at
        if not 0 <= at < len(self):
            raise IndexError(at)
        line = bisect_right(self._begins, at) - 1
        return min(self._starts[line] + at - self._begins[line], self._lasts[line])


@dataclass(eq=False)
class Passage:
    """Words that belong together. `places[i]` is where character i of `text` stands in the document.

    Nobody changes one; it is not frozen because that would double what each of the thousands of a long paper costs.
    """

    text: str
    places: Sequence[int]
    mark: str
    number: str
    indent: int
    rows: tuple[int, int]
    pieces: tuple[Piece, ...] = field(repr=False, default=())
    start: int = field(init=False)

    def __post_init__(self) -> None:
        self.start = self.places[0]

    @property
    def end(self) -> int:
        return self.places[-1] + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the document of a stretch of this passage; edge spaces are left out."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return self.places[start], self.places[max(end - 1, start)] + 1

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The first and last place of each sentence within the passage."""
        return tuple(_sentences(self.text))

    @cached_property
    def title(self) -> str:
        """The words where they are set like a title, without its marks; else empty."""
        return _title_of(self)


def passages(view: View) -> tuple[Passage, ...]:
    """Every passage of a document in the order of its first line; running heads and feet are left out."""
    return view.once(_all_passages)


def _all_passages(view: View) -> tuple[Passage, ...]:
    cut = [pieces(line, view.document.text[line.start : line.end]) for line in view.body]
    return tuple(sorted(_passages(cut, _wrap_width(view.body)), key=lambda p: (p.rows[0], p.start)))


CONTENTS = re.compile(r"\W*(?:table of )?contents(?: page)?\W*", re.IGNORECASE)


_FULL_SENTENCE = re.compile(r"[a-z]{2}[.?!][”’\"]?$")


def running_text(view: View) -> tuple[Passage, ...]:
    """The passages of a document without its table of contents."""
    return view.once(_running_text)


def _running_text(view: View) -> tuple[Passage, ...]:
    return tuple(without_contents(passages(view)))


def without_contents(flow: tuple[Passage, ...]) -> Iterator[Passage]:
    """The passages outside the table of contents: from the word "Contents" to the first full sentence after it."""
    inside = False
    for passage in flow:
        if "contents" in passage.text.lower() and CONTENTS.fullmatch(passage.text):
            inside = True
        elif inside and len(passage.text.split()) > 12 and _FULL_SENTENCE.search(passage.text):
            inside = False
        if not inside:
            yield passage


def pieces(line: Line, stored: str) -> list[Piece]:
    """The columns of a line. They are told by the gaps of the stored line: a painted tag is no gap, a tab is one."""
    mark = MARK_AND_SPACE.match(stored)
    cut = mark.end() if mark else 0
    has_gaps = "\t" in stored or "  " in stored or "\u00a0" in stored
    first, *others = GAP.split(stored[cut:]) if has_gaps else (stored[cut:],)
    found, at, is_cell = [], 0, "\t" in stored.strip()
    for part in [stored[:cut] + first, *others]:
        words = line.text[at : at + len(part)]
        if bare := words.strip():
            left = at + len(words) - len(words.lstrip())
            found.append(Piece(bare, line.start + left, line.number, left, is_cell))
        at += len(part)
    return found


def _passages(cut: list[list[Piece]], width: int) -> Iterator[Passage]:
    columnar = _columnar([len(row) for row in cut])
    held: list[list[Piece]] = []
    for n, row in enumerate(cut):
        reach = 2 if columnar[n] else 1
        done = [h for h in held if not row or row[0].row - h[-1].row > reach]
        yield from map(_passage, done)
        held = [h for h in held if row and row[0].row - h[-1].row <= reach]
        for piece in row:
            if piece.cell:
                yield _passage([piece])
                continue
            above = next((h for h in held if _joins(h, piece, width, columnar[n])), None)
            if above is None:
                held.append([piece])
            else:
                above.append(piece)
    yield from map(_passage, held)


def _columnar(counts: list[int]) -> list[bool]:
    """For each line, whether it or a near neighbour is set in columns."""
    return [max(counts[max(n - 2, 0) : n + 3]) > 1 for n in range(len(counts))]


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """About how long a full line is; beyond any line where lines do not wrap."""
    lengths = sorted(len(line.text.strip()) for line in lines if len(line.text.strip()) > 20)
    if sum(n for n in lengths if n > UNWRAPPED_LINE) > 0.5 * sum(lengths):
        return UNWRAPPED_LINE * 100
    return min(lengths[int(len(lengths) * 0.8)], WIDEST_WRAP) if lengths else 80


def _joins(held: list[Piece], piece: Piece, width: int, columnar: bool) -> bool:
    """Whether a piece goes on where the piece above it stopped."""
    last = held[-1]
    apart = piece.left >= last.right or last.left >= piece.right or piece.row == last.row
    if apart or piece.cell or last.cell or _opens(piece.text) or len(last.text) > WIDEST_WRAP:
        return False
    if piece.text[0].islower() or HANGING.search(last.text) or OPEN_BRACKET.search(last.text):
        return True
    if len(held) == 1 and NAME_OF_A_BODY.fullmatch(last.text):
        return False
    if (PAIR.match(held[0].text) and PAIR.match(piece.text)) or (len(held) == 1 and DATED_TITLE.search(last.text)):
        return False
    if last.text[-1] in ":;" or last.text.isupper() != piece.text.isupper():
        return False
    if columnar:
        return not (FIGURE_ALONE.fullmatch(last.text) or FIGURE_ALONE.fullmatch(piece.text))
    proven = max(len(p.text) for p in held) if len(held) > 1 else width
    return len(last.text) >= min(0.6 * width, 0.8 * proven)


def _opens(text: str) -> bool:
    """Whether a line begins an entry of its own."""
    if (
        LABELLED.match(text)
        or HEADING_WORDS.fullmatch(text)
        or PAREN_NUMBER.match(text)
        or (text[0].isupper() and text.endswith(":") and len(text.split()) <= SHORT_HEADING)
    ):
        return True
    return bool(
        SIGNS.match(text) or re.match(r"#{1,6}\s", text) or (MARKER.match(text) and not re.match(r"\d+\s", text))
    )


_UNEVEN = re.compile(r"\s\s|[^\S ]|\*")
"""Words with more than one space between them, or with stars."""


def _passage(held: list[Piece]) -> Passage:
    skip, number = _mark_of(held[0].text)
    mark = held[0].text[:skip].strip() if skip else ""
    rows = (held[0].row, held[-1].row)
    parts = [(held[0].text[skip:], held[0].start + skip), *((piece.text, piece.start) for piece in held[1:])]
    text, places = _joined(parts)
    return Passage(text, places, mark, number, held[0].left, rows, tuple(held))


def _joined(parts: list[tuple[str, int]]) -> tuple[str, Sequence[int]]:
    """The words of lines, a space between them, and the place of every character."""
    text, start = parts[0]
    if len(parts) == 1 and text[:1] != " " and not _UNEVEN.search(text):
        return text, range(start, start + len(text))  # most passages are one line or one cell
    if any(text[:1] == " " or _UNEVEN.search(text) for text, _ in parts):
        return _evened(parts)
    return " ".join(text for text, _ in parts), Places(parts)


def _evened(parts: list[tuple[str, int]]) -> tuple[str, tuple[int, ...]]:
    """The same where a line has stars of emphasis, or more than a space between its words."""
    letters: list[str] = []
    places: list[int] = []
    for text, start in parts:
        for at, letter in enumerate(text):
            blank = letter.isspace()
            if (blank and (not letters or letters[-1] == " ")) or (letter == "*" and _is_emphasis(text, at)):
                continue
            letters.append(" " if blank else letter)
            places.append(start + at)
        letters.append(" ")
        places.append(start + len(text) - 1)
    return "".join(letters[:-1]), tuple(places[:-1])


def _is_emphasis(text: str, at: int) -> bool:
    """Whether a star leans on a word, as marks of emphasis do."""
    return not (text[max(at - 1, 0) : at].strip() == "" and text[at + 1 : at + 2].strip() == "")


_BEGINS_PLAINLY = re.compile(r"(?!Item |Agenda )[A-Z][a-z]{2}")
"""A word with a capital, as most lines begin: no mark stands before it."""


def _mark_of(text: str) -> tuple[int, str]:
    """How many characters the marks before an entry take, and its number. A bullet may stand before a number."""
    if len(text) < 2 or _BEGINS_PLAINLY.match(text):
        return 0, ""
    if bracketed := PAREN_NUMBER.match(text):
        return bracketed.end(), bracketed["number"]
    skip, number = 0, ""
    while skip < len(text) and (marker := SIGNS.match(text, skip) or MARKER.match(text, skip)):
        named = (marker["number"] or marker["letter"] or "").strip(" .():") if marker.re is MARKER else ""
        bare_number = named and re.fullmatch(r"\s*\d+\s+", marker[0])
        if bare_number or number or marker.end() == skip or marker.end() >= len(text):
            break
        skip, number = marker.end(), named
    return skip, number


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in BREAK.finditer(text):
        if SHORT_FORMS.search(text[max(start, stop.start() - LONGEST_SHORT_FORM) : stop.start()]):
            continue
        yield start, stop.start()
        start = stop.end()
    if start < len(text):
        yield start, len(text)


TITLE_WORDS = 14
"""A title runs to no more words than these."""


_TWO_LETTERS = re.compile("[A-Za-z]{2}")
_TWO_SENTENCES = re.compile(r"[a-z]\.\s+[A-Z]")


def title_of(passage: Passage) -> str:
    """The words of a passage that is set like a title, without its marks; empty for any other."""
    return passage.title


def _title_of(passage: Passage) -> str:
    words = passage.text.strip("#*_ ")
    bullet = passage.mark and not passage.number and not passage.mark.startswith("#")
    if bullet or not words or len(words) > 110 or len(words.split()) > TITLE_WORDS or words[-1] in ".,;":
        return ""
    if "http" in words or "www." in words or not _TWO_LETTERS.search(words) or _TWO_SENTENCES.search(words):
        return ""
    return words.rstrip(" :") if words[0].isupper() or words[0].isdigit() or words[0] in "“‘'\"" else ""
