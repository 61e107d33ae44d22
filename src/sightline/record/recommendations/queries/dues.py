"""Recommendations that wait for an answer, as reminders ask for them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from sightline.kernel.due import Due
from sightline.kernel.references import Reference

from ..domain import response_due
from ..models import Addressee, AnsweringAction, Issued, Recommendation, Response
from .register import SUBJECT, is_linked, stands


def due_things(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    """Unanswered ones that are made to a body or a post; what is made to nobody in particular is asked of nobody.

    Four queries, however many partnerships. One that was issued is due from each partnership that has it, and not from
    the region that made it.
    """
    for one in _own(partnership_ids, on).iterator(2000):
        yield from _due(one, one.partnership_id, one.made_on)
    for issued in _issued(partnership_ids, on).iterator(2000):
        yield from _due(issued.recommendation, issued.partnership_id, issued.on)


def _own(partnership_ids: Collection[int], on: date) -> QuerySet[Recommendation]:
    rows = Recommendation.objects.filter(
        Q(made_on__isnull=True) | Q(made_on__lte=on),
        ~Exists(Issued.objects.filter(recommendation=OuterRef("pk"))),
        _waits("pk", on),
        _in_force(on),
        partnership__in=partnership_ids,
    )
    return rows.prefetch_related("addressees")


def _issued(partnership_ids: Collection[int], on: date) -> QuerySet[Issued]:
    rows = Issued.objects.filter(
        stands(on), _waits("recommendation", on), _in_force(on, "recommendation__"), partnership__in=partnership_ids
    )
    return rows.order_by("pk").select_related("recommendation").prefetch_related("recommendation__addressees")


def _waits(recommendation: str, on: date) -> Q:
    """Made to a body or a post, and not answered by the partnership of the row."""
    about = {"recommendation": OuterRef(recommendation)}
    named = Addressee.objects.filter(Q(organisation__isnull=False) | Q(post__isnull=False), **about)
    said = Response.objects.filter(**about, partnership=OuterRef("partnership"), on__lte=on)
    linked = AnsweringAction.objects.filter(is_linked(on), **about, action__partnership=OuterRef("partnership"))
    return Q(Exists(named), ~Exists(said), ~Exists(linked))


def _in_force(on: date, prefix: str = "") -> Q:
    return Q((f"{prefix}superseded_on__isnull", True)) | Q((f"{prefix}superseded_on__gt", on))


def _due(one: Recommendation, partnership_id: int, asked_on: date | None) -> Iterator[Due]:
    addressees = one.addressees.all()
    yield Due(
        reference=Reference(SUBJECT, one.pk),
        partnership_id=partnership_id,
        what=f"Recommendation {one.number}".strip() + f", {one.source_title}: {one.text}",
        asks="Say whether you accept it, in full or in part, and why if not.",
        due_on=response_due(asked_on, one.respond_by),
        posts=tuple(a.post_id for a in addressees if a.post_id),
        organisations=tuple(a.organisation_id for a in addressees if a.organisation_id),
    )
