"""Questions about plans."""

from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.models import Partnership

from .models import Priority, Theme


def running_on(day: date) -> Q:
    return Q(Q(started_on__isnull=True) | Q(started_on__lte=day), Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def themes_for(partnership: Partnership, day: date) -> QuerySet[Theme]:
    """The vocabulary that holds for a partnership on a day: what comes with Sightline, and its region's own."""
    region = partnership.overseen_by_id or partnership.pk
    return Theme.objects.filter(running_on(day), Q(region__isnull=True) | Q(region=region))


def priorities_of(partnership: Partnership, day: date) -> QuerySet[Priority]:
    """In force on a day, with themes and objectives: three queries however many."""
    rows = Priority.objects.filter(running_on(day), partnership=partnership)
    return rows.prefetch_related("themes__theme", "objectives")
