"""One page of a document, as a picture with lit rectangles or as text with lit words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.http import QueryDict

from ..models import Page, Version
from .addresses import leaf_href

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Mark:
    """Some characters of a version to light up; `key` ties them to what speaks of them."""

    start: int
    end: int
    key: str = ""
    boxes: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between two edges of marks; `keys` of all marks that lie over it."""

    text: str
    keys: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Rectangle:
    left: float
    top: float
    width: float
    height: float
    key: str


@dataclass(frozen=True)
class PagePane:
    """One page of a document: a picture with lit rectangles, or its text with lit words."""

    number: int
    label: str
    picture_href: str
    width: float
    height: float
    rectangles: tuple[Rectangle, ...]
    stretches: tuple[Stretch, ...]
    note: str = ""

    @property
    def alternative(self) -> str:
        return f"{self.label}, as it looks in the file. Its text can be shown instead."


def page_pane(slug: str, version: Version, page: Page, marks: Sequence[Mark] = (), as_text: bool = False) -> PagePane:
    here = [mark for mark in marks if mark.start < page.end and mark.end > page.start]
    is_picture = version.media_type == PDF and bool(page.width and page.height) and not as_text
    href = leaf_href("picture", slug, version, page.number) if is_picture else ""
    return PagePane(
        number=page.number,
        label=page.label or f"Page {page.number}",
        picture_href=href,
        width=page.width or 0,
        height=page.height or 0,
        rectangles=tuple(r for mark in here for r in _rectangles(page, mark)) if is_picture else (),
        stretches=() if is_picture else tuple(stretches(page.text, page.start, here)),
        note=_note(page),
    )


def _note(page: Page) -> str:
    if page.by_ocr:
        return "This page was scanned; its text was recognised by the computer and may hold mistakes."
    return "" if page.has_text else "This page was scanned and has no text that can be read or searched."


def stretches(text: str, offset: int, marks: Iterable[Mark]) -> Iterable[Stretch]:
    """The text cut at every edge of a mark, so that marks may overlap."""
    placed = [(max(m.start - offset, 0), min(m.end - offset, len(text)), m.key) for m in marks]
    edges = sorted({0, len(text), *(edge for start, end, _ in placed for edge in (start, end))})
    for start, end in pairwise(edges):
        keys = [key for a, b, key in placed if a <= start and end <= b]
        yield Stretch(text[start:end], " ".join(keys), bool(keys))


def _rectangles(page: Page, mark: Mark) -> Iterable[Rectangle]:
    boxes = mark.boxes or lines_of([w[2:] for w in page.words if w[0] < mark.end and w[1] > mark.start])
    for left, top, right, bottom in boxes:
        yield Rectangle(
            round(left - 1, 1), round(top - 1, 1), round(right - left + 2, 1), round(bottom - top + 2, 1), mark.key
        )


def lines_of(boxes: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    """Boxes of words joined into one for each line."""
    lines: list[list[float]] = []
    for left, top, right, bottom in boxes:
        last = lines[-1] if lines else None
        if last and top < last[3] and bottom > last[1] and left >= last[0]:
            lines[-1] = [last[0], min(top, last[1]), max(right, last[2]), max(bottom, last[3])]
        else:
            lines.append([left, top, right, bottom])
    return [tuple(line) for line in lines]


def at_of(query: QueryDict) -> tuple[Mark, ...]:
    """The words that the address asks to light: `?at=120-164`."""
    start, _, end = query.get("at", "").partition("-")
    if start.isdecimal() and end.isdecimal() and len(start) < 12 and len(end) < 12 and int(start) < int(end):
        return (Mark(int(start), int(end), "at"),)
    return ()
