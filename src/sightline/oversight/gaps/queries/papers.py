"""Facts of documents: dates, the law they name, and the faults the reader saw in their newest version."""

from collections import defaultdict
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Citation, Document
from sightline.oversight.intake.models import Paper
from sightline.partnership.law.models import Edition

from ..domain.facts import DocumentFacts, FaultFacts, LawCited

EDITION_KIND = "law.edition"


def document_facts(partnership: Partnership, on: date) -> tuple[DocumentFacts, ...]:
    """Four queries."""
    law = _law(partnership)
    faults = _faults(partnership)
    rows = Document.objects.filter(partnership=partnership, retired_on__isnull=True)
    return tuple(
        DocumentFacts(
            id=d.pk,
            title=d.title,
            kind=d.kind,
            dated_on=d.dated_on,
            dated_as_written=d.dated_as_written,
            review_on=d.review_on,
            is_current=d.superseded_by_id is None,
            law=tuple(law[d.pk]),
            faults=tuple(faults[d.pk]),
        )
        for d in rows
    )


def _law(partnership: Partnership) -> dict[int, list[LawCited]]:
    """Editions that documents cite: a citation whose subject is an edition ties a passage to it."""
    cited = Citation.objects.filter(subject_kind=EDITION_KIND, passage__version__document__partnership=partnership)
    pairs = set(cited.values_list("passage__version__document_id", "subject_id"))
    editions = {e.pk: e for e in Edition.objects.filter(pk__in={e for _, e in pairs}).select_related("superseded_by")}
    found: dict[int, list[LawCited]] = defaultdict(list)
    for document, edition_id in sorted(pairs):
        if edition := editions.get(edition_id):
            newer = str(edition.superseded_by) if edition.superseded_by else ""
            found[document].append(LawCited(str(edition), edition.superseded_on, newer))
    return found


def _faults(partnership: Partnership) -> dict[int, list[FaultFacts]]:
    found: dict[int, list[FaultFacts]] = defaultdict(list)
    rows = Paper.objects.filter(partnership=partnership, version__isnull=False).order_by("version__number")
    for document, faults in rows.values_list("version__document_id", "faults"):
        found[document] = [FaultFacts(f["code"], f["message"]) for f in faults]
    return found
