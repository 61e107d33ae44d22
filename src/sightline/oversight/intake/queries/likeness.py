from dataclasses import dataclass

from sightline.foundation.library.models import Version
from sightline.oversight.intake.models import Paper
from sightline_reader.likeness import NEARLY_SAME, similarity


@dataclass(frozen=True, slots=True)
class Near:
    version_id: int
    likeness: float


def nearest_version(paper: Paper, sketch: bytes) -> Near | None:
    """The document of the partnership whose text is nearly the same as a paper's, itself left out."""
    versions = Version.objects.filter(document__partnership=paper.partnership)
    if paper.version is not None:
        versions = versions.exclude(document=paper.version.document_id)
    alike = (
        Near(pk, similarity(sketch, bytes.fromhex(signature[0])))
        for pk, signature in versions.order_by("pk").values_list("pk", "signature")
        if signature and sketch
    )
    best = max(alike, key=lambda near: near.likeness, default=None)
    return best if best and best.likeness >= NEARLY_SAME else None
