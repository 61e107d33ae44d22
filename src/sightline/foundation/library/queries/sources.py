from collections import defaultdict
from collections.abc import Iterable

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.library.domain import Source
from sightline.foundation.library.models import Citation

from .documents import visible

_COLUMNS = (
    "subject_id",
    "passage__version__document_id",
    "passage__version__number",
    "passage__version__document__title",
    "passage__page__number",
    "passage__page__label",
    "passage__start",
    "passage__end",
    "passage__words",
    "field",
    "passage__version__document__partnership__slug",
)


def sources_of(viewer: Viewer, kind: str, id: int) -> list[Source]:
    return sources_for(viewer, kind, [id]).get(id, [])


def sources_for(viewer: Viewer, kind: str, ids: Iterable[int]) -> dict[int, list[Source]]:
    """The sources of many records of a kind in one query; those in documents the viewer may not see are left out."""
    citations = Citation.objects.filter(visible(viewer, "passage__version__document__"))
    rows = citations.filter(subject_kind=kind, subject_id__in=list(ids)).order_by("cited_at", "id")
    found: dict[int, list[Source]] = defaultdict(list)
    for subject_id, document_id, version, title, page, label, *place in rows.values_list(*_COLUMNS):
        source = Source(document_id, version, title, page or 1, label or "", *place)
        found[subject_id].append(source)
    return dict(found)
