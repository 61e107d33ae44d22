"""The pages of a PDF as one Document: what only the whole file can tell is settled here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sightline_reader.formats.building import fold
from sightline_reader.formats.pdf.characters import HYPHEN
from sightline_reader.formats.pdf.composing import PageText, WrittenTable
from sightline_reader.formats.pdf.cuts import Cuts
from sightline_reader.formats.pdf.furniture import furniture_of
from sightline_reader.formats.pdf.hyphens import needless_hyphens
from sightline_reader.model import Cell, Document, Heading, Page, Table

SAME_EDGE = 6.0  # points by which the borders of a table may differ on its next page
HEADING_SIZES = ((1.5, 1), (1.27, 2), (1.13, 3))  # of the body's size → level
LONGEST_HEADING = 160  # characters

Row = tuple[Cell, ...]


@dataclass(slots=True)
class Scan:
    """What was read of one page. Sizes in points."""

    page: PageText = field(default_factory=PageText)
    width: float = 0.0
    height: float = 0.0
    has_text: bool = True
    is_damaged: bool = False
    by_ocr: bool = False


def settle(name: str, scans: Sequence[Scan], properties: dict[str, str], warnings: Sequence[str]) -> Document:
    written = [scan.page for scan in scans]
    furniture = furniture_of(written, [scan.height for scan in scans])
    hyphens = needless_hyphens(page.text for page in written)
    cuts = [Cuts(_apart(titles, marks)) for titles, marks in zip(furniture, hyphens, strict=True)]
    texts = [cut.applied(page.text).replace(HYPHEN, "-") for page, cut in zip(written, cuts, strict=True)]
    text = "\f".join(texts)
    placed = list(_placed(written, cuts, texts))
    return Document(
        name=name,
        media_type="application/pdf",
        text=text,
        pages=tuple(_pages(scans, placed, text)),
        tables=tuple(_tables(placed, text)),
        headings=tuple(_headings(placed, text)),
        properties=properties,
        warnings=tuple(warnings),
    )


def _apart(titles: list[tuple[int, int]], marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A hyphen in a line that goes altogether needs no cut of its own."""
    return titles + [mark for mark in marks if not any(start <= mark[0] < end for start, end in titles)]


@dataclass(slots=True)
class Placed:
    """A page at its place in the text of the file."""

    number: int
    start: int
    end: int
    page: PageText
    cuts: Cuts

    def moved(self, place: int) -> int:
        return self.start + self.cuts.moved(place)


def _placed(written: Sequence[PageText], cuts: Sequence[Cuts], texts: Sequence[str]) -> Iterator[Placed]:
    start = 0
    for number, (page, cut, text) in enumerate(zip(written, cuts, texts, strict=True), 1):
        yield Placed(number, start, start + len(text), page, cut)
        start += len(text) + 1


def _pages(scans: Sequence[Scan], placed: Sequence[Placed], text: str) -> Iterator[Page]:
    for scan, at in zip(scans, placed, strict=True):
        words = at.cuts.moved_words(scan.page.words, at.start, text)
        yield Page(at.number, at.start, at.end, scan.width, scan.height, words, scan.has_text, scan.by_ocr)


def _tables(placed: Sequence[Placed], text: str) -> list[Table]:
    """A table that ends a page and goes on at the head of the next with the same columns is one table."""
    tables: list[Table] = []
    open_edges: tuple[float, ...] = ()
    for at in placed:
        for number, table in enumerate(at.page.tables):
            rows = tuple(_rows(table, at, text))
            if number == 0 and open_edges and _is_same(open_edges, table.edges) and _is_at_head(at, table):
                tables[-1] = _carried_on(tables[-1], rows)
            elif rows:
                tables.append(Table(at.number, rows, "pdf"))
        last = at.page.tables[-1] if at.page.tables else None
        open_edges = last.edges if last and _is_at_foot(at, last) else ()
    return tables


def _rows(table: WrittenTable, at: Placed, text: str) -> Iterator[Row]:
    for row in table.rows:
        if not at.cuts.has_taken(row[0][0], row[-1][1]):
            yield tuple(_cell(at.moved(start), at.moved(end), text) for start, end in row)


def _cell(start: int, end: int, text: str) -> Cell:
    return Cell(fold(text[start:end]), start, end)


def _is_same(edges: tuple[float, ...], others: tuple[float, ...]) -> bool:
    return len(edges) == len(others) and all(abs(a - b) < SAME_EDGE for a, b in zip(edges, others, strict=True))


def _is_at_head(at: Placed, table: WrittenTable) -> bool:
    first = next((line for line in at.page.lines if not at.cuts.has_taken(line.start, line.end)), None)
    return first is not None and any(first.start <= row[0][0] <= first.end for row in table.rows)


def _is_at_foot(at: Placed, table: WrittenTable) -> bool:
    last = next((line for line in reversed(at.page.lines) if not at.cuts.has_taken(line.start, line.end)), None)
    return last is not None and last.start <= table.rows[-1][0][0] <= last.end


def _carried_on(table: Table, rows: tuple[Row, ...]) -> Table:
    """The head of a table is printed again on each page: it is kept in the text, and counted once."""
    head = [cell.text for cell in table.rows[0]]
    repeats = bool(rows) and [cell.text for cell in rows[0]] == head
    return Table(table.page, table.rows + rows[repeats:], table.origin)


def _headings(placed: Sequence[Placed], text: str) -> Iterator[Heading]:
    body = _body_height(placed)
    for at in placed:
        for line in at.page.lines:
            level = next((level for size, level in HEADING_SIZES if line.height > size * body), 0)
            if level and line.end - line.start < LONGEST_HEADING and not at.cuts.has_taken(line.start, line.end):
                start, end = at.moved(line.start), at.moved(line.end)
                inked = text[start:end].strip()
                start = text.index(inked, start)
                yield Heading(start, start + len(inked), level)


def _body_height(placed: Sequence[Placed]) -> float:
    """The height in which the most characters are set."""
    sizes: dict[float, int] = {}
    for at in placed:
        for line in at.page.lines:
            size = round(line.height, 1)
            sizes[size] = sizes.get(size, 0) + line.end - line.start
    sizes.pop(0.0, None)
    return max(sizes, key=sizes.__getitem__, default=0.0)
