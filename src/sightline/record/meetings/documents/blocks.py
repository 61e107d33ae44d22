"""Minutes as blocks of a paper: the same parts make the page, the Word file and the PDF."""

import re

from sightline.foundation.design.blocks import Block, Grid, Heading, Paragraph, Points

HEADING = re.compile(r"^(#{1,4})\s+(.+)$")
POINT = re.compile(r"^\s*[-*•]\s+(.+)$")
NUMBERED = re.compile(r"^\s*\d+[.)]\s+(.+)$")
RULE = re.compile(r"^[\s|:-]+$")
# The first column of a table in minutes names things (an agency, an action): it is this much wider than the others.
FIRST_COLUMN = 3.0


def blocks_of(text: str) -> tuple[Block, ...]:
    """Reads headings, lists, tables and paragraphs; anything else stays the words it is."""
    found: list[Block] = []
    for group in _groups(text):
        kind = _kind(group[0])
        if kind == "heading":
            marks, words = HEADING.match(group[0]).groups()
            found.append(Heading(words, max(len(marks) - 1, 1)))
        elif kind == "table":
            found.append(_table(group))
        elif kind in ("point", "number"):
            pattern = POINT if kind == "point" else NUMBERED
            found.append(Points(tuple(pattern.match(line).group(1) for line in group), numbered=kind == "number"))
        else:
            found.append(Paragraph(" ".join(line.strip() for line in group)))
    return tuple(found)


def _groups(text: str) -> list[list[str]]:
    """Lines of one kind that follow each other; a heading stands alone, an empty line ends a group."""
    groups: list[list[str]] = []
    before = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        kind = _kind(line)
        if kind and kind == before and kind != "heading":
            groups[-1].append(line)
        elif kind:
            groups.append([line])
        before = kind
    return groups


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    if HEADING.match(line):
        return "heading"
    if line.lstrip().startswith("|"):
        return "table"
    return "point" if POINT.match(line) else "number" if NUMBERED.match(line) else "words"


def _table(lines: list[str]) -> Grid:
    rows = [_cells(line) for line in lines if not RULE.match(line)]
    width = max((len(row) for row in rows), default=1)
    whole = [tuple(row + [""] * (width - len(row))) for row in rows] or [("",)]
    return Grid(columns=whole[0], rows=tuple(whole[1:]), widths=(FIRST_COLUMN, *[1.0] * (width - 1)))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
