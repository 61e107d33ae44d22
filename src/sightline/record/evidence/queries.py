"""Questions about evidence: what there is of which record, and how far it reaches."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import SearchEntry
from sightline.kernel.references import Reference

from .domain import Grade, highest
from .models import BearsOn, Evidence, Grading


def stands_on(on: date, prefix: str = "") -> Q:
    """Added by a day, and on it neither withdrawn nor replaced by a newer version."""
    return Q(
        Q((f"{prefix}withdrawn_on__isnull", True)) | Q((f"{prefix}withdrawn_on__gt", on)),
        Q((f"{prefix}superseded_by__isnull", True)) | Q((f"{prefix}superseded_by__added_on__gt", on)),
        (f"{prefix}added_on__lte", on),
    )


def counts_on(on: date, prefix: str = "") -> Q:
    """Stands, and has not expired: `expires_on` is the last day on which it counts."""
    unexpired = Q((f"{prefix}expires_on__isnull", True)) | Q((f"{prefix}expires_on__gte", on))
    return stands_on(on, prefix) & unexpired


def _grade_on(on: date, evidence: str = "pk", grade: str = "grade") -> Coalesce:
    """The grade as it was on a day: what the first later grading changed, or the grade today."""
    later = Grading.objects.filter(evidence=OuterRef(evidence), on__gt=on).order_by("on", "id")
    return Coalesce(Subquery(later.values("before")[:1]), F(grade))


def _any_of(references: Iterable[Reference]) -> Q:
    ids = defaultdict(list)
    for reference in references:
        ids[reference.kind].append(reference.id)
    found = Q(pk__in=[])
    for kind, wanted in ids.items():
        found |= Q(subject_kind=kind, subject_id__in=wanted)
    return found


def evidence_of(references: Iterable[Reference], on: date) -> dict[Reference, list[Evidence]]:
    """What stood on a day for each of the records, expired evidence too, newest first and graded as on that day.

    One query for as many records as there are; each has an answer, an empty list where nothing bears on it.
    """
    found: dict[Reference, list[Evidence]] = {reference: [] for reference in references}
    links = BearsOn.objects.filter(_any_of(found), stands_on(on, "evidence__")).select_related("evidence")
    links = links.annotate(grade_on=_grade_on(on, "evidence_id", "evidence__grade"))
    for link in links.order_by("-evidence__added_on", "-evidence_id"):
        link.evidence.grade = link.grade_on
        found[Reference(link.subject_kind, link.subject_id)].append(link.evidence)
    return found


def reach_of(references: Iterable[Reference], on: date) -> dict[Reference, Grade | None]:
    """How far the evidence of each record reaches on a day: the highest grade that counts. One query."""
    wanted = list(references)
    known = _reaches(_any_of(wanted), on)
    return {reference: known.get(reference) for reference in wanted}


def reach_in(partnership: Partnership, kind: str, on: date) -> dict[int, Grade | None]:
    """The same for every record of a kind in a partnership that has evidence, by id: for long lists. One query."""
    known = _reaches(Q(evidence__partnership=partnership, subject_kind=kind), on)
    return {reference.id: grade for reference, grade in known.items()}


def reach_everywhere(partnership: Partnership, on: date) -> dict[Reference, Grade | None]:
    """The same for every record of a partnership that has evidence, whatever its kind: for rules. One query."""
    return _reaches(Q(evidence__partnership=partnership), on)


def _reaches(which: Q, on: date) -> dict[Reference, Grade | None]:
    links = BearsOn.objects.filter(which, counts_on(on, "evidence__"))
    links = links.annotate(grade_on=_grade_on(on, "evidence_id", "evidence__grade"))
    grades = defaultdict(set)
    for kind, pk, grade in links.values_list("subject_kind", "subject_id", "grade_on"):
        grades[Reference(kind, pk)].add(grade)
    return {reference: highest(found) for reference, found in grades.items()}


def register_of(partnership: Partnership, on: date) -> QuerySet[Evidence]:
    """Everything added by a day, older versions and withdrawn pieces too, each with its `links`: two queries however many."""
    rows = Evidence.objects.filter(partnership=partnership, added_on__lte=on).annotate(grade_on=_grade_on(on))
    return rows.select_related("superseded_by").prefetch_related(Prefetch("bears_on", to_attr="links"))


def evidence_in(partnership: Partnership, pk: int) -> Evidence | None:
    rows = Evidence.objects.filter(partnership=partnership, pk=pk)
    return rows.select_related("superseded_by", "supersedes", "added_by").prefetch_related("bears_on").first()


def gradings_of(evidence: Evidence, on: date) -> QuerySet[Grading]:
    return evidence.gradings.filter(on__lte=on).select_related("by")


def standing_pieces(partnership: Partnership, on: date, subject: Reference) -> QuerySet[Evidence]:
    """What could bear on one more record: all that counts and does not bear on it yet."""
    mine = BearsOn.objects.filter(subject_kind=subject.kind, subject_id=subject.id).values("evidence_id")
    return Evidence.objects.filter(counts_on(on), partnership=partnership).exclude(pk__in=mine)


def subject_titles(viewer: Viewer, partnership: Partnership, links: Iterable[BearsOn]) -> dict[Reference, str]:
    """The titles of records that evidence bears on, as search knows them; none of what the viewer may not see."""
    wanted = {Reference(link.subject_kind, link.subject_id) for link in links}
    entries = SearchEntry.objects.filter(_any_of(wanted), partnership=partnership)
    if not viewer.may(Deed.READ_RESTRICTED, partnership.pk):
        entries = entries.filter(is_restricted=False)
    return {Reference(e.subject_kind, e.subject_id): e.title for e in entries}
