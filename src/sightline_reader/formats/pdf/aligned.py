"""Tables without ruled lines, by the gaps that stand in line down the page."""

from dataclasses import dataclass, field

from sightline_reader.formats.pdf.pieces import Line


@dataclass(slots=True)
class Part:
    """Lines of text, or rows when `edges` is filled."""

    lines: list[Line] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    top: float = 0.0
    bottom: float = 0.0


def parted_by_tables(lines, words):
    return [Part(lines=lines)] if lines else []
