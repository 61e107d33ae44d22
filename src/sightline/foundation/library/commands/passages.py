from datetime import datetime

from sightline.foundation.accounts.models import User
from sightline.foundation.library.models import Citation, Passage, Version
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused


@deed
def cite(
    *, version: Version, start: int, end: int, subject: Reference, by: User | None, at: datetime, field: str = ""
) -> Citation:
    """Tie a record, or one value of it, to the characters `start` to `end` of a version. Doing it twice does it once."""
    passage = Passage.objects.filter(version=version, start=start, end=end).first()
    if passage is None:
        passage = _mark_passage(version, start, end)
    citation, _ = Citation.objects.get_or_create(
        passage=passage,
        subject_kind=subject.kind,
        subject_id=subject.id,
        field=field,
        defaults={"cited_at": at},
    )
    return citation


def _mark_passage(version: Version, start: int, end: int) -> Passage:
    pages = list(version.pages.filter(start__lt=end, end__gt=start).order_by("number"))
    if not pages or start >= end:
        raise Refused("These words are not in the document. Read the paper again.")
    words = "".join(page.text[max(0, start - page.start) : end - page.start] for page in pages)
    passage = Passage(version=version, page=pages[0], start=start, end=end, words=words)
    passage.save()
    return passage


@deed
def uncite(*, subject: Reference, version: Version, start: int, end: int, by: User | None) -> None:
    """For a record that no longer stands on these words: the citation goes, the passage stays."""
    cited = Citation.objects.filter(subject_kind=subject.kind, subject_id=subject.id)
    cited.filter(passage__version=version, passage__start=start, passage__end=end).delete()
