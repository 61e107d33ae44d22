"""What search can find. The full-text index itself follows the rows of SearchEntry, inside the database."""

from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.domain import DOCUMENT, PAGE, Visibility
from sightline.foundation.library.models import Citation, Document, Page, SearchEntry
from sightline.foundation.trail.commands import deed


@deed
def index_entry(
    *,
    kind: str,
    id: int,
    partnership: Partnership | None,
    title: str,
    text: str = "",
    dated_on: date | None = None,
    is_restricted: bool = False,
    by: object = None,
) -> SearchEntry:
    """Put a thing into search, or say anew what search knows of it. Without a partnership everyone finds it."""
    values = {
        "partnership": partnership,
        "title": title[:300],
        "text": text,
        "dated_on": dated_on,
        "is_restricted": is_restricted,
    }
    entry, _ = SearchEntry.objects.update_or_create(subject_kind=kind, subject_id=id, defaults=values)
    return entry


@deed
def unindex(*, kind: str, id: int, by: object = None) -> None:
    SearchEntry.objects.filter(subject_kind=kind, subject_id=id).delete()


def index_document(document: Document) -> None:
    """The document and the pages of its newest version; pages of older versions leave the index."""
    restricted = document.visibility == Visibility.RESTRICTED
    index_entry(
        kind=DOCUMENT,
        id=document.pk,
        partnership=document.partnership,
        title=document.title,
        text=" ".join(filter(None, (document.owner, document.area))),
        dated_on=document.dated_on,
        is_restricted=restricted,
    )
    newest = document.versions.order_by("-number").first()
    all_pages = Page.objects.filter(version__document=document)
    stale = all_pages.exclude(version=newest).values_list("pk", flat=True)
    SearchEntry.objects.filter(subject_kind=PAGE, subject_id__in=list(stale)).delete()
    if newest is not None:
        _index_pages(document, newest.pk, restricted)
    _restrict_what_stands_on(document, restricted)


def _restrict_what_stands_on(document: Document, restricted: bool) -> None:
    """What is known only from this document is found by those who may read it."""
    here = Citation.objects.filter(passage__version__document=document)
    by_kind: dict[str, set[int]] = {}
    for kind, pk in here.values_list("subject_kind", "subject_id").distinct():
        by_kind.setdefault(kind, set()).add(pk)
    for kind, ids in by_kind.items():
        elsewhere = Citation.objects.filter(subject_kind=kind, subject_id__in=ids).exclude(
            passage__version__document=document
        )
        alone = ids - set(elsewhere.values_list("subject_id", flat=True))
        SearchEntry.objects.filter(subject_kind=kind, subject_id__in=alone).update(is_restricted=restricted)


def _index_pages(document: Document, version_id: int, restricted: bool) -> None:
    pages = Page.objects.filter(version_id=version_id).exclude(text="").values_list("pk", "text")
    entries = [
        SearchEntry(
            partnership_id=document.partnership_id,
            subject_kind=PAGE,
            subject_id=pk,
            title=document.title,
            text=text,
            dated_on=document.dated_on,
            is_restricted=restricted,
        )
        for pk, text in pages
    ]
    SearchEntry.objects.bulk_create(
        entries,
        batch_size=50,
        update_conflicts=True,
        unique_fields=["subject_kind", "subject_id"],
        update_fields=["title", "dated_on", "is_restricted"],
    )
