from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.domain import DOCUMENT, File, PageText, Visibility
from sightline.foundation.library.models import Document, Page, Version
from sightline.foundation.library.store import has_file
from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from .indexing import index_document, unindex


@deed
def shelve_document(
    *,
    partnership: Partnership,
    title: str,
    file: File,
    pages: Iterable[PageText],
    by: User | None,
    at: datetime,
    kind: str = "",
    signature: list[str] | None = None,
    visibility: Visibility = Visibility.PARTNERSHIP,
) -> Version:
    """A new document with its first version. The store must already keep the file."""
    document = Document(partnership=partnership, title=title[:300], kind=kind, visibility=visibility, added_at=at)
    document.full_clean()
    document.save()
    return add_version(document=document, file=file, pages=pages, by=by, at=at, signature=signature)


@deed
def add_version(
    *,
    document: Document,
    file: File,
    pages: Iterable[PageText],
    by: User | None,
    at: datetime,
    signature: list[str] | None = None,
) -> Version:
    """The newest version is the one that search finds; older ones stay readable."""
    if not has_file(file.sha256):
        raise Refused(f"{file.name} is not in the store any more. Drop it in again.")
    newest = document.versions.order_by("-number").values_list("number", flat=True).first() or 0
    version = Version(
        document=document,
        number=newest + 1,
        file_name=file.name[:255],
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        signature=signature or [],
        added_at=at,
        added_by=by,
    )
    version.full_clean()
    version.save()
    Page.objects.bulk_create([_page(version, page) for page in pages], batch_size=50)
    index_document(document)
    return version


def _page(version: Version, page: PageText) -> Page:
    # A NUL is legal in a text file and refused by PostgreSQL; a space of the same length keeps every offset.
    return Page(
        version=version,
        number=page.number,
        label=page.label[:120],
        text=page.text.replace("\0", " "),
        start=page.start,
        end=page.end,
        width=page.width,
        height=page.height,
        has_text=page.has_text,
        by_ocr=page.by_ocr,
        words=[list(word) for word in page.words],
    )


@deed
def move_version(*, version: Version, document: Document, by: User | None) -> Version:
    """Makes a file that came as a document of its own the newest version of another. The emptied document goes."""
    left = version.document
    if left.pk == document.pk:
        raise Refused("This is a version of that document already.")
    if left.partnership_id != document.partnership_id:
        raise Refused("Choose a document of the same partnership.")
    version.number = (document.versions.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    version.document = document
    version.full_clean()
    version.save()
    if not left.versions.exists():
        _remove_emptied(left)
    index_document(document)
    return version


def _remove_emptied(document: Document) -> None:
    Document.objects.filter(superseded_by=document).update(superseded_by=None)
    unindex(kind=DOCUMENT, id=document.pk)
    document.delete()


@deed
def note_faults(*, version: Version, faults: list[dict[str, Any]], by: User | None) -> Version:
    """What is wrong or missing in a version, as the last to read it found; each a dict with at least a `message`."""
    version.faults = faults
    version.full_clean()
    version.save()
    return version


@deed
def change_document(
    *,
    document: Document,
    by: User | None,
    on: date,
    title: str,
    kind: str,
    owner: str,
    area: str,
    dated_on: date | None,
    review_on: date | None,
    visibility: str,
    superseded_by: str,
    retired: bool,
) -> Document:
    """Everything that a person may say of a document at once, from one form; `on` is the day of retiring."""
    document.title, document.kind, document.owner, document.area = title, kind, owner, area
    if dated_on != document.dated_on:
        document.dated_on, document.dated_as_written = dated_on, ""
    document.review_on, document.visibility = review_on, visibility
    document.retired_on = (document.retired_on or on) if retired else None
    own = Document.objects.filter(partnership=document.partnership)
    successor = own.filter(pk=int(superseded_by)).first() if superseded_by else None
    return supersede_document(document=document, successor=successor, by=by)


@deed
def date_document(*, document: Document, dated_on: date | None, by: User | None, as_written: str = "") -> Document:
    """`as_written` keeps the words of the paper where they say less than a day ("Autumn 2021")."""
    document.dated_on, document.dated_as_written = dated_on, as_written[:80]
    return _saved(document)


@deed
def set_review(*, document: Document, review_on: date | None, by: User | None) -> Document:
    document.review_on = review_on
    return _saved(document)


@deed
def supersede_document(*, document: Document, successor: Document | None, by: User | None) -> Document:
    """`successor` None takes the word back."""
    if successor is not None and successor.partnership_id != document.partnership_id:
        raise Refused("Choose a document of the same partnership.", "successor")
    following, seen = successor, {document.pk}
    while following is not None:
        if following.pk in seen:
            raise Refused("These two documents would supersede each other. Choose another.", "successor")
        seen.add(following.pk)
        following = following.superseded_by
    document.superseded_by = successor
    return _saved(document)


def _saved(document: Document) -> Document:
    document.full_clean()
    document.save()
    index_document(document)
    return document
