"""Guidance from A to Z: what is current, by the first letter of its title."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from ..domain import kind_label
from ..models import Document

ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True)
class Entry:
    title: str
    href: str
    kind: str
    dated: str
    is_past_review: bool


@dataclass(frozen=True)
class Letter:
    letter: str
    entries: tuple[Entry, ...]


def a_to_z(slug: str, documents: Iterable[Document], on: date) -> tuple[Letter, ...]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: _sorted_as(d.title)):
        first = _sorted_as(document.title)[:1].upper()
        found[first if first.isalpha() else "#"].append(_entry(slug, document, on))
    return tuple(Letter(letter, tuple(found[letter])) for letter in sorted(found))


def _sorted_as(title: str) -> str:
    """ "The threshold document" stands under T of threshold."""
    plain = title.strip().casefold()
    return next((plain.removeprefix(article) for article in ARTICLES if plain.startswith(article)), plain)


def _entry(slug: str, document: Document, on: date) -> Entry:
    return Entry(
        title=document.title,
        href=reverse("library:document", args=[slug, document.pk]),
        kind=kind_label(document.kind),
        dated=f"{document.dated_on:%-d %B %Y}" if document.dated_on else document.dated_as_written or "no date",
        is_past_review=bool(document.review_on and document.review_on < on),
    )
