"""Writes the blocks of one page as text and keeps, for every word, its place in that text."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from sightline_reader.formats.pdf.blocks import Block, TableBlock
from sightline_reader.formats.pdf.characters import HYPHEN, PageWords
from sightline_reader.formats.pdf.pieces import Line, Piece
from sightline_reader.model import CELL_BREAK
from sightline_reader.wordboxes import EDGES, WordBoxes

# In heights of a line:
TAB_GAP = 1.3  # a gap on one line that is wider than any stretched space becomes a tab
PARAGRAPH_GAP = 0.3  # beyond the usual gap between two lines

INDENT = 7.0  # points
SPACE = 0.25  # of a line's height: the width of a space
ENDS_AN_ITEM = ".;:"
CELL_PADDING = 6.0  # points

UNEVEN = re.compile(rf"  |\x00|{HYPHEN}.")  # words with more or less than one space between them
ENUMERATOR = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-zA-Z]|[ivxIVX]+)[.):]?\)?|[•●▪◦○·‣\-–—*]")
NEW_ITEM = re.compile(r"[•●▪◦○·‣➢✓*]|[-–—]\s|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s")


@dataclass(slots=True)
class WrittenLine:
    """A printed line, or a row of a table, with the line ends before and after it: these tile the page's text."""

    start: int
    end: int
    top: float
    bottom: float
    height: float = 0.0


@dataclass(slots=True)
class WrittenTable:
    rows: list[list[tuple[int, int]]]
    edges: tuple[float, ...]


@dataclass(slots=True)
class PageText:
    """The text of one page. Places count from the page's own start."""

    text: str = ""
    words: WordBoxes = field(default_factory=WordBoxes)
    lines: list[WrittenLine] = field(default_factory=list)
    tables: list[WrittenTable] = field(default_factory=list)


def compose(source: PageWords, blocks: list[Block]) -> PageText:
    writer = _Writer(source)
    for place, block in enumerate(blocks):
        if isinstance(block, TableBlock):
            writer.table(block)
        else:
            writer.lines(block.lines)
        if place + 1 < len(blocks):
            writer.blank = True
    return writer.page()


class _Writer:
    def __init__(self, source: PageWords) -> None:
        self.source = source
        self.is_uneven = bool(UNEVEN.search(source.text))
        self.parts: list[str] = []
        self.length = 0
        self.blank = False
        self.made = PageText()
        self.runs: list[tuple[int, int, int]] = []  # first and last word, and from their places in the file to ours
        self.pending = -1  # a word whose first half ended the line before: its second half was written there

    def page(self) -> PageText:
        self.made.text = "".join(self.parts)
        self._place_words()
        return self.made

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def lines(self, lines: list[Line]) -> None:
        gaps = sorted(b[0].top - a[0].bottom for a, b in pairwise(lines))
        usual = gaps[len(gaps) // 4] if gaps else 0.0  # the middling gap may part paragraphs, where most have one line
        above: Line | None = None
        for place, line in enumerate(lines):
            if above and line[0].top - above[0].bottom > usual + PARAGRAPH_GAP * line[0].height:
                self.blank = True
            below = lines[place + 1] if place + 1 < len(lines) else None
            self.line(line, below)
            above = line

    def line(self, line: Line, below: Line | None) -> None:
        if line[0].first == self.pending and line[-1].last == self.pending + 1:
            return  # its one word was written on the line above
        start = self.length
        if self.blank and self.length:
            self.write("\n")
        self.blank = False
        self.pieces(line)
        self._finish_word(below)
        self.write("\n")
        self.made.lines.append(
            WrittenLine(start, self.length, line[0].top, line[0].bottom, max(p.height for p in line))
        )

    def pieces(self, line: Line) -> None:
        before: Piece | None = None
        for piece in line:
            first = piece.first + 1 if piece.first == self.pending else piece.first
            if first == piece.last:
                continue
            if before:
                self.write(self._gap(before, piece))
            self.run(first, piece.last)
            before = piece

    def _gap(self, before: Piece, piece: Piece) -> str:
        if piece.left - before.right <= TAB_GAP * before.height:
            return " "
        return " " if before.last - before.first == 1 and ENUMERATOR.fullmatch(self._word(before.first)) else "\t"

    def _word(self, i: int) -> str:
        return self.source.text[self.source.starts[i] : self.source.ends[i]]

    def _finish_word(self, below: Line | None) -> None:
        """A word parted by a hyphen at the end of its line is written whole on that line."""
        last = self.runs and self.parts[-1].endswith(HYPHEN) and len(self.parts[-1]) > 1
        if last and below and below[0].first == self.last + 1:
            self.pending = below[0].first
            self.run(self.pending, self.pending + 1)

    def run(self, first: int, last: int) -> None:
        """Words that stand one after the other in the file, with one space between them."""
        self.last = last - 1
        source = self.source
        start = source.starts[first]
        text = source.text[start : source.ends[last - 1]]
        if "\n" in text or (self.is_uneven and first + 1 < last and UNEVEN.search(text)):
            self._word_by_word(first, last)
            return
        self.runs.append((first, last, self.length - start))
        self.parts.append(text)
        self.length += len(text)

    def _word_by_word(self, first: int, last: int) -> None:
        for i in range(first, last):
            if i > first and not self.parts[-1].endswith(HYPHEN):
                self.write(" ")
            self.runs.append((i, i + 1, self.length - self.source.starts[i]))
            self.write(self._word(i))

    def _place_words(self) -> None:
        source, words = self.source, self.made.words
        for first, last, shift in self.runs:
            words.starts.extend([x + shift for x in source.starts[first:last]])
            words.ends.extend([x + shift for x in source.ends[first:last]])
        for first, last in _joined(self.runs):
            for name in EDGES:
                getattr(words, name).extend(getattr(source, name)[first:last])

    def table(self, block: TableBlock) -> None:
        rows = [self.row(row, block) for row in block.rows if any(row)]
        self.made.tables.append(WrittenTable(rows, block.edges))

    def row(self, row: list[list[Line]], block: TableBlock) -> list[tuple[int, int]]:
        start, spans = self.length, []
        if self.blank and self.length:
            self.write("\n")
        self.blank = False
        for place, lines in enumerate(row):
            if place:
                self.write("\t")
            begin = self.length
            right = max((p.right for line in lines for p in line), default=0)
            self.cell(lines, max(right, block.edges[place + 1] - CELL_PADDING))
            spans.append((begin, self.length))
        self.write("\n")
        inked = [p for lines in row for line in lines for p in line]
        self.made.lines.append(WrittenLine(start, self.length, min(p.top for p in inked), max(p.bottom for p in inked)))
        return spans

    def cell(self, lines: list[Line], right: float) -> None:
        for above, line in pairwise([None, *lines]):
            if above is not None and not self._carries_word(line):
                self.write(" " if self._wraps(above, line, right) else CELL_BREAK)
            before = None
            for piece in line:
                if before is not None:
                    self.write(" ")
                self.run(piece.first, piece.last)
                before = piece

    def _carries_word(self, line: Line) -> bool:
        return len(self.parts[-1]) > 1 and self.parts[-1].endswith(HYPHEN) and line[0].first == self.last + 1

    def _wraps(self, above: Line, line: Line, right: float) -> bool:
        """Whether a line in a cell carries the one above on: the word that begins it would not have fitted there."""
        first = line[0]
        text = self.source.text[self.source.starts[first.first] : self.source.ends[first.last - 1]]
        if NEW_ITEM.match(text):
            return False
        wide = self.source.rights[first.first] - self.source.lefts[first.first]
        if above[-1].right + SPACE * first.height + wide > right:
            return True
        ends = self._word(above[-1].last - 1)[-1] in ENDS_AN_ITEM
        return text[0].islower() and not ends and abs(first.left - above[0].left) < INDENT


def _joined(runs: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Stretches of words that keep the order of the file."""
    joined: list[tuple[int, int]] = []
    for first, last, _ in runs:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined
