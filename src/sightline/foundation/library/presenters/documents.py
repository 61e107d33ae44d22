"""The list of documents, and a document with all that is known of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain import VISIBILITY_LABELS, Visibility, kind_label
from ..models import Document, Page, Passage, Version
from .addresses import breadcrumbs, leaf_href, page_href


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
        pages=[(page.label or f"Page {page.number}", leaf_href("page", slug, newest, page.number)) for page in pages],
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
        read_href=leaf_href("page", slug, version, 1),
        download_href=reverse("library:original", args=[slug, version.document_id, version.number]),
    )


def size_words(size: int) -> str:
    for unit, bound in (("MB", 1 << 20), ("kB", 1 << 10)):
        if size >= bound:
            return f"{size / bound:.1f} {unit}"
    return f"{size} bytes"
