"""Where documents, their pages and the sources of values are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from ..domain import Source
from ..models import Version


def leaf_href(name: str, slug: str, version: Version, number: int) -> str:
    return reverse(f"library:{name}", args=[slug, version.document_id, version.number, number])


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


def breadcrumbs(slug: str, *more: tuple[str, str]) -> list[dict[str, str]]:
    first = ("Documents", reverse("library:documents", args=[slug]))
    return [{"text": text, "href": href} for text, href in (first, *more)]
