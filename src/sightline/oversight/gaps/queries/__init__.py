"""Questions about findings. What a person sees starts at `visible_to(viewer)`."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from sightline.foundation.accounts.domain import Deed, Topic, Viewer
from sightline.foundation.accounts.models import Partnership

from ..models import Check, Finding, SetAside


def visible_to(viewer: Viewer) -> QuerySet[Finding]:
    """Findings of the partnerships the viewer reads, and of those that share findings with their region."""
    own = viewer.partnerships(Deed.READ)
    return Finding.objects.filter(partnership__in=own | viewer.shares(Topic.FINDINGS))


def open_findings(partnership: Partnership, on: date) -> QuerySet[Finding]:
    """Open now, each marked `is_set_aside` when a person has set it aside until after `on`."""
    aside = SetAside.objects.filter(finding=OuterRef("pk"), ended_at__isnull=True, until__gt=on)
    rows = Finding.objects.filter(partnership=partnership, closed_at__isnull=True)
    return rows.annotate(is_set_aside=Exists(aside)).order_by("severity", "rule", "subject_label")


def open_counts_by_rule(partnership_ids: frozenset[int], on: date) -> list[tuple[int, str, int]]:
    """(partnership, rule, number open and not set aside), for matrices over a region: one query."""
    aside = SetAside.objects.filter(finding=OuterRef("pk"), ended_at__isnull=True, until__gt=on)
    rows = Finding.objects.filter(partnership__in=partnership_ids, closed_at__isnull=True).exclude(Exists(aside))
    return list(rows.values_list("partnership_id", "rule").annotate(Count("id")).order_by("partnership_id", "rule"))


def newest_check(partnership: Partnership) -> Check | None:
    return Check.objects.filter(partnership=partnership).first()
