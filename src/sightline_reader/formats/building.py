"""Builds a Document's text piece by piece, so that every span it hands out is true when it is handed out."""

import re

from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import CELL_BREAK, Cell, Document, Heading, Page, Table

SPACE = re.compile(r"[^\S\u2028]+")


def fold(text: str) -> str:
    return " ".join(text.split())


def cell_text(text: str) -> str:
    """A cell on one line: its own line ends become CELL_BREAK, tabs and runs of space become one space."""
    lines = (SPACE.sub(" ", line).strip() for line in text.splitlines())
    return CELL_BREAK.join(line for line in lines if line)


class Builder:
    def __init__(self, name: str, media_type: str, limits: Limits = DEFAULT) -> None:
        self.name = name
        self.media_type = media_type
        self.limits = limits
        self.parts: list[str] = []
        self.length = 0
        self.pages: list[Page] = []
        self.tables: list[Table] = []
        self.headings: list[Heading] = []
        self.properties: dict[str, str] = {}
        self.warnings: list[str] = []
        self.page_start = 0
        self.rows = 0

    @property
    def is_full(self) -> bool:
        return self.length >= self.limits.characters or self.rows >= self.limits.rows

    def write(self, text: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def line(self, text: str = "", level: int = 0) -> None:
        start, end = self.write(text)
        self.write("\n")
        if level and end > start:
            self.headings.append(Heading(start, end, level))

    def gap(self) -> None:
        """One blank line, unless there is one or nothing stands above it."""
        if self.length > self.page_start and "".join(self.parts[-2:])[-2:] != "\n\n":
            self.write("\n")

    def table(self, rows: list[list[str]], origin: str, caption: str = "", first_row: int = 1) -> None:
        """Empty rows are left out; a cell that stands empty keeps its place with a span of no length."""
        made = tuple(self._row(row) for row in rows if any(row) and not self.is_full)
        if made:
            self.tables.append(Table(len(self.pages) + 1, made, origin, caption, first_row))
            self.write("\n")

    def _row(self, cells: list[str]) -> tuple[Cell, ...]:
        made = []
        for place, text in enumerate(map(cell_text, cells)):
            if place:
                self.write("\t")
            start, end = self.write(text)
            made.append(Cell(fold(text), start, end))
        self.write("\n")
        self.rows += 1
        return tuple(made)

    def end_page(self, label: str = "") -> None:
        self.pages.append(Page(len(self.pages) + 1, self.page_start, self.length, label=label))
        self.page_start = self.length

    def warn(self, message: str) -> None:
        if message not in self.warnings:
            self.warnings.append(message)

    def document(self) -> Document:
        if self.page_start < self.length or not self.pages:
            self.end_page()
        if self.is_full:
            self.warn(
                f"The file is very long. The first {self.rows:,} rows and {self.length:,} characters were read; "
                "split the file to read the rest."
            )
        return Document(
            name=self.name,
            media_type=self.media_type,
            text="".join(self.parts),
            pages=tuple(self.pages),
            tables=tuple(self.tables),
            headings=tuple(self.headings),
            properties=self.properties,
            warnings=tuple(self.warnings),
        )
