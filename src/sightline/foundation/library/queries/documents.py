from django.db.models import F, Max, Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by
from sightline.foundation.library.domain import GUIDANCE, Visibility
from sightline.foundation.library.models import Citation, Document, Page, Passage, Version


def visible(viewer: Viewer, prefix: str = "") -> Q:
    """Which documents a viewer may know of; `prefix` for questions asked from a table that points at documents."""
    reads, restricted = viewer.partnerships(Deed.READ), viewer.partnerships(Deed.READ_RESTRICTED)
    plain = Q(**{f"{prefix}partnership__in": reads}) & ~Q(**{f"{prefix}visibility": Visibility.RESTRICTED})
    shown = plain | Q(**{f"{prefix}partnership__in": restricted})
    if viewer.partnerships(Deed.OVERSEE):
        overseen = partnerships_overseen_by(viewer).values("pk")
        shown |= Q(**{f"{prefix}partnership__in": overseen, f"{prefix}visibility": Visibility.SHARED})
    return shown


def documents_visible_to(viewer: Viewer, partnership: Partnership | None = None) -> QuerySet[Document]:
    """Retired ones too; with `newest`, the number of the newest version."""
    documents = Document.objects.filter(visible(viewer)).annotate(newest=Max("versions__number"))
    return documents.filter(partnership=partnership) if partnership is not None else documents


def guidance_visible_to(viewer: Viewer, partnership: Partnership) -> QuerySet[Document]:
    """What is current among policies, plans and terms: neither superseded nor retired."""
    rows = documents_visible_to(viewer, partnership)
    return rows.filter(kind__in=GUIDANCE, superseded_by__isnull=True, retired_on__isnull=True)


def document_visible_to(viewer: Viewer, partnership: Partnership, pk: int) -> Document | None:
    documents = documents_visible_to(viewer, partnership).select_related("partnership", "superseded_by")
    return documents.filter(pk=pk).first()


def version_visible_to(viewer: Viewer, partnership: Partnership, document_id: int, number: int) -> Version | None:
    versions = Version.objects.filter(visible(viewer, "document__")).select_related("document")
    return versions.filter(document__partnership=partnership, document=document_id, number=number).first()


def newest_version(document: Document) -> Version | None:
    return document.versions.order_by("-number").first()


def page_of(version: Version, number: int) -> Page | None:
    return version.pages.filter(number=number).first()


def citations_of_document(document: Document) -> dict[str, list[tuple[Passage, int]]]:
    """What was taken from a document: by kind of record, the passages with the version each stands in, in their order."""
    cited = Citation.objects.filter(passage__version__document=document).select_related("passage__page")
    taken: dict[str, dict[int, tuple[Passage, int]]] = {}
    for citation in cited.annotate(of=F("passage__version__number")).order_by("passage__start"):
        taken.setdefault(citation.subject_kind, {})[citation.passage_id] = (citation.passage, citation.of)
    return {kind: list(passages.values()) for kind, passages in taken.items()}
