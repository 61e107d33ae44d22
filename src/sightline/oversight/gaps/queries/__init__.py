"""Questions about findings. What a person sees starts at `visible_to(viewer)`."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.timezone import get_current_timezone

from sightline.foundation.accounts.domain import Deed, Topic, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.record.reviews.queries.practice import unpublished_recommendations

from ..models import Check, Finding, SetAside

RECOMMENDATION = "recommendations.recommendation"


def visible_to(viewer: Viewer) -> QuerySet[Finding]:
    """Findings of the partnerships the viewer reads, and of those that share findings with their region.

    Restricted ones (decision 0016) only of partnerships whose incidents the viewer reads; they are never shared.
    """
    own = viewer.partnerships(Deed.READ)
    may = Q(is_restricted=False) | Q(partnership__in=viewer.partnerships(Deed.READ_INCIDENTS) & own)
    told = Finding.objects.filter(may, partnership__in=own | viewer.shares(Topic.FINDINGS))
    return told.exclude(~Q(partnership__in=own), _is_of_unpublished(viewer.today))


def _told_to(viewer: Viewer | None, partnership: Partnership) -> Q:
    """What of a partnership's findings a viewer may be told; without one, what anyone who reads the record may."""
    if viewer is not None and viewer.may(Deed.READ_INCIDENTS, partnership.pk):
        return Q(partnership=partnership)
    return Q(partnership=partnership, is_restricted=False)


def open_findings(partnership: Partnership, on: date, viewer: Viewer | None = None) -> QuerySet[Finding]:
    """Open now, each marked `is_set_aside` when a person has set it aside until after `on`. Restricted ones for the viewer."""
    aside = SetAside.objects.filter(finding=OuterRef("pk"), ended_at__isnull=True, until__gt=on)
    rows = Finding.objects.filter(_told_to(viewer, partnership), closed_at__isnull=True)
    return rows.annotate(is_set_aside=Exists(aside)).order_by("severity", "rule", "subject_label")


def open_counts_by_rule(partnership_ids: frozenset[int], on: date) -> list[tuple[int, str, int]]:
    """(partnership, rule, number open and not set aside), for matrices over a region: one query. No restricted ones."""
    aside = SetAside.objects.filter(finding=OuterRef("pk"), ended_at__isnull=True, until__gt=on)
    rows = shared(partnership_ids, on).exclude(Exists(aside))
    return list(rows.values_list("partnership_id", "rule").annotate(Count("id")).order_by("partnership_id", "rule"))


def shared(partnership_ids: Iterable[int], on: date) -> QuerySet[Finding]:
    """Open findings that a region may be told of: never those about serious incidents or unpublished reviews."""
    rows = Finding.objects.filter(partnership__in=partnership_ids, closed_at__isnull=True, is_restricted=False)
    return rows.exclude(_is_of_unpublished(on))


def _is_of_unpublished(on: date) -> Q:
    """About a recommendation of an unpublished review, which its own partnership reads and no other."""
    return Q(subject_kind=RECOMMENDATION, subject_id__in=unpublished_recommendations(on))


def newest_check(partnership: Partnership) -> Check | None:
    return Check.objects.filter(partnership=partnership).first()


def findings_as_at(
    partnership: Partnership, as_at: date, today: date, viewer: Viewer | None = None
) -> QuerySet[Finding]:
    """Those open on a day; today's also say whether they are set aside."""
    if as_at == today:
        return open_findings(partnership, today, viewer)
    until = datetime.combine(as_at, time.max, tzinfo=get_current_timezone())
    aside = SetAside.objects.filter(finding=OuterRef("pk"), at__lte=until, until__gt=as_at)
    aside = aside.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=until))
    rows = Finding.objects.filter(
        Q(closed_at__isnull=True) | Q(closed_at__gt=until), _told_to(viewer, partnership), found_at__lte=until
    )
    return rows.annotate(is_set_aside=Exists(aside)).order_by("severity", "rule", "subject_label")


def finding_in(partnership: Partnership, pk: int, viewer: Viewer | None = None) -> Finding | None:
    return Finding.objects.filter(_told_to(viewer, partnership), pk=pk).first()


def asides_of(finding: Finding) -> QuerySet[SetAside]:
    return finding.set_aside.select_related("by")
