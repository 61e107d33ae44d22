"""The pieces of a page as blocks in reading order: runs of text lines, and tables."""

from dataclasses import dataclass

from sightline_reader.formats.pdf.aligned import parted_by_tables
from sightline_reader.formats.pdf.characters import PageWords
from sightline_reader.formats.pdf.columns import regions_of
from sightline_reader.formats.pdf.frames import framed
from sightline_reader.formats.pdf.grids import Grid, fill, frames_of, grids_of, groups_of
from sightline_reader.formats.pdf.pieces import Line, Piece, lines_of, pieces_of
from sightline_reader.formats.pdf.rulings import Rulings


@dataclass(slots=True)
class TextBlock:
    lines: list[Line]


@dataclass(slots=True)
class TableBlock:
    """Cells hold lines. `edges` are the places of the columns' borders: equal edges carry a table on over a page end."""

    rows: list[list[list[Line]]]
    edges: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float


Block = TextBlock | TableBlock


def blocks_of(words: PageWords, rulings: Rulings) -> list[Block]:
    pieces = pieces_of(words)
    groups = groups_of(rulings)
    tables = []
    for grid in sorted(grids_of(groups), key=lambda g: g.top):
        inside = [piece for piece in pieces if grid.holds(piece)]
        if inside:
            taken = set(map(id, inside))
            pieces = [piece for piece in pieces if id(piece) not in taken]
            tables.append(_table(grid, fill(grid, inside, words)))
    pieces, boxes = framed(pieces, frames_of(groups))
    blocks: list[Block] = []
    for region in regions_of(pieces, tables):
        blocks += _in_region(region, words, rulings)
    return [*blocks, *(TextBlock(lines) for lines in boxes)]


def _table(grid: Grid, rows: list[list[list[Line]]]) -> TableBlock:
    return TableBlock(rows, tuple(grid.columns), grid.left, grid.top, grid.right, grid.bottom)


def _in_region(region: list[Piece | TableBlock], words: PageWords, rulings: Rulings) -> list[Block]:
    """Text and ruled tables of one column of the page, from the top down."""
    tables = sorted((thing for thing in region if isinstance(thing, TableBlock)), key=lambda t: t.top)
    lines = lines_of(thing for thing in region if isinstance(thing, Piece))
    blocks: list[Block] = []
    for table in [*tables, None]:
        floor = table.top if table else float("inf")
        here = [line for line in lines if line[0].middle < floor]
        lines = lines[len(here) :]
        blocks += _text_and_tables(here, words, rulings)
        if table:
            blocks.append(table)
    return blocks


def _text_and_tables(lines: list[Line], words: PageWords, rulings: Rulings) -> list[Block]:
    blocks: list[Block] = []
    for part in parted_by_tables(lines, words, rulings.level):
        if part.edges:
            left, right = min(part.edges), max(part.edges)
            blocks.append(TableBlock(part.rows, part.edges, left, part.top, right, part.bottom))
        else:
            blocks.append(TextBlock(part.lines))
    return blocks
