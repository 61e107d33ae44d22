"""The pages of a PDF as one Document: hyphens settled, tables in place, pages without text said to be so."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sightline_reader.formats.building import fold
from sightline_reader.formats.pdf.characters import HYPHEN
from sightline_reader.formats.pdf.composing import PageText
from sightline_reader.formats.pdf.furniture import furniture_of
from sightline_reader.model import Cell, Document, Page, Table
from sightline_reader.wordboxes import EDGES, PLACES, WordBoxes


@dataclass(slots=True)
class Scan:
    """What was read of one page. Sizes in points."""

    page: PageText
    width: float
    height: float
    is_damaged: bool = False
    by_ocr: bool = False


def settle(name: str, scans: list[Scan], count: int, properties: dict[str, str]) -> Document:
    dropped = furniture_of(scans)
    shifts = [_Cuts(cuts) for cuts in dropped]
    texts = [shift.applied(scan.page.text).replace(HYPHEN, "-") for scan, shift in zip(scans, shifts, strict=True)]
    text = "\f".join(texts)
    pages, tables, start = [], [], 0
    for number, (scan, part, cut) in enumerate(zip(scans, texts, shifts, strict=True), 1):
        end = start + len(part)
        words = _moved(scan.page.words, cut, start, text)
        pages.append(
            Page(number, start, end, scan.width, scan.height, words, has_text=bool(part.strip()), by_ocr=scan.by_ocr)
        )
        for table in scan.page.tables:
            rows = _rows(table.rows, cut, start, text)
            if rows:
                tables.append(Table(number, rows, "pdf"))
        start = end + 1
    return Document(
        name=name,
        media_type="application/pdf",
        text=text,
        pages=tuple(pages),
        tables=tuple(tables),
        properties=properties,
        warnings=tuple(_warnings(scans, count)),
    )


class _Cuts:
    """Spans taken out of a page's text, and where that leaves the rest."""

    def __init__(self, cuts: list[tuple[int, int]]) -> None:
        self.cuts = cuts
        self.begins = [start for start, _ in cuts]
        self.gone = [0]
        for start, end in cuts:
            self.gone.append(self.gone[-1] + end - start)

    def applied(self, text: str) -> str:
        if not self.cuts:
            return text
        kept, at = [], 0
        for start, end in self.cuts:
            kept.append(text[at:start])
            at = end
        return "".join([*kept, text[at:]])

    def has_taken(self, start: int, end: int) -> bool:
        i = bisect_right(self.begins, start) - 1
        return i >= 0 and end <= self.cuts[i][1]

    def moved(self, place: int) -> int:
        i = bisect_right(self.begins, place) - 1
        if i < 0:
            return place
        start, end = self.cuts[i]
        return place - self.gone[i] - (min(place, end) - start)

    def stretches(self, places: array) -> list[tuple[int, int, int]]:
        """Runs of kept entries of an ascending array of places: from, to, and by how much they move down."""
        runs, at = [], 0
        for gone, (start, end) in zip(self.gone, self.cuts, strict=False):
            runs.append((at, bisect_left(places, start), gone))
            at = bisect_left(places, end)
        return [*runs, (at, len(places), self.gone[-1])]


def _moved(words: WordBoxes, cut: _Cuts, offset: int, text: str) -> WordBoxes:
    moved = WordBoxes(text)
    for first, last, gone in cut.stretches(words.starts):
        shift = offset - gone
        for name in PLACES:
            getattr(moved, name).extend([x + shift for x in getattr(words, name)[first:last]])
        for name in EDGES:
            getattr(moved, name).extend(getattr(words, name)[first:last])
    return moved


def _rows(rows: list[list[tuple[int, int]]], cut: _Cuts, offset: int, text: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(_cell(start, end, cut, offset, text) for start, end in row)
        for row in rows
        if not cut.has_taken(row[0][0], row[-1][1])
    )


def _cell(start: int, end: int, cut: _Cuts, offset: int, text: str) -> Cell:
    start, end = cut.moved(start) + offset, cut.moved(end) + offset
    return Cell(fold(text[start:end]), start, end)


def _warnings(scans: list[Scan], count: int) -> list[str]:
    warnings = []
    if count > len(scans):
        warnings.append(
            f"This file has {count:,} pages. Pages 1 to {len(scans):,} were read; split the file to read the rest."
        )
    blank = [n for n, scan in enumerate(scans, 1) if not scan.page.text.strip() and not scan.is_damaged]
    if blank:
        verb = "has" if len(blank) == 1 else "have"
        warnings.append(f"{numbered(blank)} {verb} no text layer (scanned).")
    damaged = [n for n, scan in enumerate(scans, 1) if scan.is_damaged]
    if damaged:
        warnings.append(f"{numbered(damaged)} could not be read: the file is damaged there.")
    return warnings


def numbered(pages: list[int]) -> str:
    """'Page 3', 'Pages 2, 5 to 9 and 12'."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    shown = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"Page {listed}" if len(pages) == 1 else f"Pages {listed}"
