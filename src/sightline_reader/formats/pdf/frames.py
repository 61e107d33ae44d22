"""Boxes drawn around text (a key, a call-out): read by themselves, after the text that they stand in."""

from collections.abc import Sequence

from sightline_reader.formats.pdf.grids import SNAP, Grid
from sightline_reader.formats.pdf.pieces import Line, Piece, lines_of

LARGEST = 0.45  # of the width of the text: a frame any wider holds the text itself


def framed(pieces: Sequence[Piece], frames: Sequence[Grid]) -> tuple[list[Piece], list[list[Line]]]:
    """The pieces outside frames, and the lines inside each frame that has text beside it."""
    outside, found = list(pieces), []
    if not pieces or not frames:
        return outside, []
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    for frame in frames:
        inside = [p for p in outside if frame.holds(p)]
        if inside and frame.right - frame.left < LARGEST * width and _has_text_beside(frame, outside):
            taken = set(map(id, inside))
            outside = [p for p in outside if id(p) not in taken]
            found.append(lines_of(inside))
    return outside, found


def _has_text_beside(frame: Grid, pieces: Sequence[Piece]) -> bool:
    return any(
        frame.top < p.middle < frame.bottom and (p.right < frame.left + SNAP or p.left > frame.right - SNAP)
        for p in pieces
    )
