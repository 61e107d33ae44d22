"""Files of separated values, whatever separates them."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from sightline_reader.formats.building import Builder
from sightline_reader.formats.decoding import decode
from sightline_reader.formats.grid_text import write_rows
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document

SEPARATORS = ",\t;|"
SAMPLE_LINES = 50
LONGEST_FIELD = 1_000_000


def open_delimited(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    text, encoding = decode(data)
    text = text.removeprefix("\ufeff").replace("\x00", "")
    builder = Builder(name, "text/csv", limits)
    builder.properties["encoding"] = encoding
    write_rows(builder, _rows(text), "csv")
    return builder.document()


def _rows(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    for row in csv.reader(StringIO(text, newline=""), delimiter=separator_of(text)):
        yield [cell.strip() for cell in row]


def separator_of(text: str) -> str:
    """The one that parts the most lines into the same number of cells; a comma when none does."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]
    return max(SEPARATORS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    counts = Counter(_cells(line, mark) for line in lines)
    counts.pop(1, None)
    cells, times = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return times, cells


def _cells(line: str, mark: str) -> int:
    return sum(1 for _ in next(csv.reader([line], delimiter=mark), ()))
