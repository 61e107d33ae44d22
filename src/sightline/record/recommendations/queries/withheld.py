"""What a region does not read of its partnerships' recommendations, whatever they share. Higher rooms say which."""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet

from ..models import Recommendation

Ids = Callable[[date], QuerySet]

_WITHHELD: list[Ids] = []


def withhold(ids: Ids) -> None:
    """A higher room's question: which are not to be read by others on a day."""
    if ids not in _WITHHELD:
        _WITHHELD.append(ids)


def open_to_others(rows: QuerySet[Recommendation], today: date) -> QuerySet[Recommendation]:
    for ids in _WITHHELD:
        rows = rows.exclude(pk__in=ids(today))
    return rows
