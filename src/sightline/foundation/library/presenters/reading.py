"""A page of a document with what is before and after it."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from ..models import Page, Version
from .addresses import breadcrumbs, leaf_href
from .panes import PDF, PagePane, at_of, page_pane


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
    here = leaf_href("page", slug, version, page.number)
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
        previous=leaf_href("page", slug, version, page.number - 1) + show if page.number > 1 else "",
        following=leaf_href("page", slug, version, page.number + 1) + show if page.number < count else "",
        other_view=other,
        download_href=reverse("library:original", args=[slug, document.pk, version.number]),
        breadcrumbs=breadcrumbs(slug, (document.title, reverse("library:document", args=[slug, document.pk]))),
        is_older=version.number < newest,
    )
