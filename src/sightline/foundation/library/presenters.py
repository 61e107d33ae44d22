"""Documents and their pages as the pages of Sightline show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from .domain import VISIBILITY_LABELS, Source, Visibility, kind_label
from .models import Document, Page, Passage, Version

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
    href = _href("picture", slug, version, page.number) if is_picture else ""
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


def _href(name: str, slug: str, version: Version, number: int) -> str:
    return reverse(f"library:{name}", args=[slug, version.document_id, version.number, number])


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


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A source beside a value: where it leads, and the words on hover and for screen readers."""

    href: str
    text: str
    words: str


def source_marks(sources: Iterable[Source]) -> list[SourceMark]:
    return [
        SourceMark(
            href=page_href(s.partnership_slug, s.document_id, s.version, s.page, s.start, s.end),
            text=f"{s.title}, {s.page_label or f'page {s.page}'}",
            words=s.words if len(s.words) <= 240 else f"{s.words[:240]}…",
        )
        for s in sources
    ]


def page_href(slug: str, document: int, version: int, page: int, start: int, end: int) -> str:
    return f"{reverse('library:page', args=[slug, document, version, page])}?at={start}-{end}#lit"


def documents_table(slug: str, documents: Iterable[Document], path: str) -> Table:
    return Table(
        caption="Documents",
        caption_hidden=True,
        columns=(
            Column("title", "Document"),
            Column("kind", "Kind"),
            Column("dated", "Dated"),
            Column("review", "Review by"),
            Column("version", "Version", numeric=True),
            Column("seen", "Seen by"),
            Column("state", "State"),
        ),
        rows=tuple(_document_row(slug, document) for document in documents),
        filters=(Filter("kind", "Kind"), Filter("seen", "Seen by"), Filter("state", "State")),
        searchable=True,
        sort="-dated",
        export_href=path,
        empty="No document is here yet. Drop papers into the tray to begin.",
    )


def _document_row(slug: str, document: Document) -> Row:
    state = "Retired" if document.retired_on else "Superseded" if document.superseded_by_id else "Current"
    dated = document.dated_on or (
        Cell(document.dated_as_written) if document.dated_as_written else Cell("Not dated", unknown=True)
    )
    return row(
        Cell(document.title, href=reverse("library:document", args=[slug, document.pk])),
        kind_label(document.kind),
        dated,
        document.review_on,
        document.newest or 0,
        VISIBILITY_LABELS[Visibility(document.visibility)],
        state,
        emphasis="" if state == "Current" else "muted",
    )


@dataclass(frozen=True, slots=True)
class VersionLine:
    number: int
    file_name: str
    added_at: object
    added_by: str
    size: str
    read_href: str
    download_href: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The words that records of one kind came from, each with where it stands."""

    label: str
    passages: list[tuple[str, str]]


@dataclass(frozen=True)
class DocumentPage:
    title: str
    facts: list[dict[str, object]]
    versions: list[VersionLine]
    pages: list[tuple[str, str]]
    taken: list["Taken"]
    faults: list[tuple[str, str]]
    change_href: str = ""
    breadcrumbs: list[dict[str, str]] = field(default_factory=list)


def document_page(
    slug: str,
    document: Document,
    versions: Sequence[Version],
    pages: Sequence[Page],
    taken: Mapping[str, list[tuple[Passage, int]]],
    change: bool,
) -> DocumentPage:
    newest = versions[0]
    return DocumentPage(
        title=document.title,
        facts=[
            {"key": {"text": k}, "value": {"text": v} if isinstance(v, str) else v} for k, v in _facts(slug, document)
        ],
        versions=[_version_line(slug, version) for version in versions],
        pages=[(page.label or f"Page {page.number}", _href("page", slug, newest, page.number)) for page in pages],
        taken=[
            Taken(_record_label(kind), [_passage(slug, document, *one) for one in found])
            for kind, found in taken.items()
        ],
        faults=[(fault["message"], _fault_href(slug, newest, fault)) for fault in newest.faults],
        change_href=reverse("library:change", args=[slug, document.pk]) if change else "",
        breadcrumbs=breadcrumbs(slug),
    )


def _facts(slug: str, document: Document) -> Iterable[tuple[str, object]]:
    yield "Kind", kind_label(document.kind)
    yield "Dated", _day(document.dated_on) or document.dated_as_written or "The document gives no date"
    yield "Review by", _day(document.review_on) or "No date of review"
    yield "Owner", document.owner or "Not said"
    if document.area:
        yield "Area", document.area
    yield "Seen by", VISIBILITY_LABELS[Visibility(document.visibility)]
    if document.superseded_by is not None:
        yield "Superseded by", document.superseded_by.title
    if document.retired_on:
        yield "Retired", _day(document.retired_on)


def _day(day: object) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _passage(slug: str, document: Document, passage: Passage, version: int) -> tuple[str, str]:
    page = passage.page.number if passage.page else 1
    words = " ".join(passage.words.split())
    return words[:160] + ("…" if len(words) > 160 else ""), page_href(
        slug, document.pk, version, page, passage.start, passage.end
    )


def _fault_href(slug: str, version: Version, fault: Mapping[str, Any]) -> str:
    start, end = fault.get("start"), fault.get("end")
    if start is None or end is None:
        return ""
    return page_href(slug, version.document_id, version.number, fault.get("page") or 1, start, end)


def _record_label(kind: str) -> str:
    thing = kind.partition(".")[2]
    return {"proposal": "Confirmed statements", "attendance": "Attendance", "terms": "Terms of reference"}.get(
        thing, f"{thing.replace('_', ' ').capitalize()}s"
    )


def _version_line(slug: str, version: Version) -> VersionLine:
    return VersionLine(
        number=version.number,
        file_name=version.file_name,
        added_at=version.added_at,
        added_by=str(version.added_by or "Sightline"),
        size=size_words(version.size),
        read_href=_href("page", slug, version, 1),
        download_href=reverse("library:original", args=[slug, version.document_id, version.number]),
    )


def size_words(size: int) -> str:
    for unit, bound in (("MB", 1 << 20), ("kB", 1 << 10)):
        if size >= bound:
            return f"{size / bound:.1f} {unit}"
    return f"{size} bytes"


def breadcrumbs(slug: str, *more: tuple[str, str]) -> list[dict[str, str]]:
    first = ("Documents", reverse("library:documents", args=[slug]))
    return [{"text": text, "href": href} for text, href in (first, *more)]


@dataclass(frozen=True)
class ReadingPage:
    """A page of a document with what is before and after it."""

    title: str
    caption: str
    pane: PagePane
    previous: str
    following: str
    other_view: tuple[str, str] | None
    download_href: str
    breadcrumbs: list[dict[str, str]]
    is_older: bool
    facts: tuple[str, ...] = ()


def reading_page(slug: str, version: Version, page: Page, count: int, newest: int, query: QueryDict) -> ReadingPage:
    document, as_text = version.document, query.get("show") == "text"
    pane = page_pane(slug, version, page, at_of(query), as_text)
    asked = f"&at={query['at']}#lit" if query.get("at") else ""
    here = _href("page", slug, version, page.number)
    other = None
    if version.media_type == PDF:
        other = (
            (f"{here}?show=page{asked}", "Show the page as it looks")
            if as_text
            else (f"{here}?show=text{asked}", "Show the text")
        )
    show = "?show=text" if as_text else ""
    return ReadingPage(
        title=document.title,
        caption=f"{pane.label} of {count}" if not page.label else f"{page.label} ({page.number} of {count})",
        pane=pane,
        previous=_href("page", slug, version, page.number - 1) + show if page.number > 1 else "",
        following=_href("page", slug, version, page.number + 1) + show if page.number < count else "",
        other_view=other,
        download_href=reverse("library:original", args=[slug, document.pk, version.number]),
        breadcrumbs=breadcrumbs(slug, (document.title, reverse("library:document", args=[slug, document.pk]))),
        is_older=version.number < newest,
    )
