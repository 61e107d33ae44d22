from datetime import date

from django.db.models import Q


def running_on(day: date, prefix: str = "") -> Q:
    """Dated rows in force on a day; `prefix` for questions asked from a table that points at them."""
    started, ended = f"{prefix}started_on", f"{prefix}ended_on"
    begun = Q(**{f"{started}__isnull": True}) | Q(**{f"{started}__lte": day})
    return begun & (Q(**{f"{ended}__isnull": True}) | Q(**{f"{ended}__gt": day}))
