from datetime import date

from django.db.models import Q


def running_on(day: date, of: str = "") -> Q:
    """Rows (or, with `of`, related rows) that are so on a day; open ends count as always so."""
    at = f"{of}__" if of else ""
    began = Q(**{f"{at}started_on__isnull": True}) | Q(**{f"{at}started_on__lte": day})
    goes_on = Q(**{f"{at}ended_on__isnull": True}) | Q(**{f"{at}ended_on__gt": day})
    return began & goes_on
