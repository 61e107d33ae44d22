"""Invented papers of many layouts, good and bad, made on the spot: what a partnership's folder looks like.

The people in them come from the demonstration record, so that names meet the directory as in life. Every event,
figure and sentence is invented.
"""

from dataclasses import dataclass

from . import impact, letters, minutes, pictures, plans, sheets
from .cast import Cast


@dataclass(frozen=True, slots=True)
class SamplePaper:
    name: str
    data: bytes


def all_papers(cast: Cast) -> list[SamplePaper]:
    """Twenty-two papers: most read well, and some are as papers also come (undated, scanned, a copy, a child's data, torn)."""
    made = [
        *minutes.papers(cast),
        *plans.papers(cast),
        *sheets.papers(cast),
        *letters.papers(cast),
        *pictures.papers(cast),
        *impact.papers(cast),
    ]
    return [SamplePaper(name, data) for name, data in made]
