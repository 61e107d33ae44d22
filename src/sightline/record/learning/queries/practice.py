"""The practice library: a partnership's own examples, and those that others of its region let it read."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Topic, Viewer
from sightline.foundation.accounts.models import Partnership, Sharing
from sightline.kernel.references import Reference
from sightline.record.evidence.queries import evidence_of

from ..models import PracticeExample

SUBJECT = "learning.practiceexample"


def examples_of(partnership: Partnership, day: date) -> QuerySet[PracticeExample]:
    return _with(PracticeExample.objects.filter(partnership=partnership, recorded_on__lte=day))


def example_in(partnership: Partnership, pk: int, day: date) -> PracticeExample | None:
    return examples_of(partnership, day).filter(pk=pk).first()


def examples_for(viewer: Viewer, partnership: Partnership, day: date) -> QuerySet[PracticeExample]:
    """Own ones, those that neighbours share example by example, and for overseers what their partnerships share."""
    rows = PracticeExample.objects.filter(_readable(viewer, partnership, day), recorded_on__lte=day)
    return _with(rows.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day)))


def example_seen(viewer: Viewer, partnership: Partnership, pk: int, day: date) -> PracticeExample | None:
    """One of another partnership, as this one may read it."""
    return examples_for(viewer, partnership, day).exclude(partnership=partnership).filter(pk=pk).first()


def _readable(viewer: Viewer, partnership: Partnership, day: date) -> Q:
    """A neighbour's example needs three things: one region, learning shared with it, and the example marked as shared."""
    if not viewer.may(Deed.READ, partnership.pk):
        return Q(pk__in=())
    found = Q(partnership=partnership)
    region = partnership.overseen_by_id
    if region is not None:
        sharing = Sharing.objects.filter(topic=Topic.LEARNING, is_shared=True, partnership__overseen_by=region)
        neighbours = Q(partnership__in=sharing.values("partnership")) | Q(partnership=region)
        found |= neighbours & Q(shared_on__lte=day)
    if viewer.may(Deed.OVERSEE, partnership.pk):
        found |= Q(partnership__in=viewer.shares(Topic.LEARNING), partnership__overseen_by=partnership)
    return found


def _with(rows: QuerySet[PracticeExample]) -> QuerySet[PracticeExample]:
    related = ("partnership", "organisation", "contact__organisation", "document")
    return rows.select_related(*related).prefetch_related("themes__theme")


def grades_of(examples: Collection[int], day: date) -> dict[int, list[str]]:
    """The grades of the evidence that counts on a day, by example; one query for all."""
    wanted = [Reference(SUBJECT, pk) for pk in examples]
    found: dict[int, list[str]] = {}
    for reference, pieces in evidence_of(wanted, day).items():
        counting = [piece.grade for piece in pieces if not (piece.expires_on and piece.expires_on < day)]
        if counting:
            found[reference.id] = counting
    return found
