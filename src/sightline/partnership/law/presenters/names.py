"""What the arrangements of a partnership called themselves on a day."""

from datetime import date

from sightline.foundation.accounts.domain import Tier
from sightline.foundation.accounts.models import Partnership

from ..domain.terms import PARTNERS_FROM, word_for


def name_on(partnership: Partnership, on: date | None) -> str:
    """Its name; for a day before there were partnerships, the place with the word of that day (a board’s, a committee’s).

    A partnership that is known to have begun by that day had its own name already. Tiers above boroughs keep theirs.
    """
    if on is None or on >= PARTNERS_FROM or partnership.tier != Tier.BOROUGH:
        return partnership.name
    if partnership.started_on is not None and partnership.started_on <= on:
        return partnership.name
    return f"{partnership.short_name} {word_for('arrangements', on).title()}"
