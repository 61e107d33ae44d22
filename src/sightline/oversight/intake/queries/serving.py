"""Which objective an action serves, where the paper sets it under an objective or a priority that the record has."""

import re
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.models import Objective

from .questions import NONE, Option, Question

if TYPE_CHECKING:
    from .resolving import Resolver

SAME_AIM = 88
LEAST_LETTERS = 8
"""Shorter words are like too many."""


def objectives_of(partnership: Partnership) -> list[Objective]:
    rows = Objective.objects.filter(priority__partnership=partnership, ended_on__isnull=True)
    return list(rows.select_related("priority").order_by("-pk"))


def of_action(resolver: "Resolver", fields: dict[str, Any]) -> list[Question]:
    """The objective of just those words is chosen; under a priority alone its objectives are offered."""
    written = str(fields.get("objective") or fields.get("priority") or fields.get("issue") or "")
    named = re.sub(r"(?i)^(?:strategic |key )?(?:priority|objective|aim|outcome)\b\s*[\d.]*\s*[:.–-]*\s*", "", written)
    if len(named) < LEAST_LETTERS:
        return []
    same = [one for one in resolver.objectives if _alike(named, one.text)]
    under = [one for one in resolver.objectives if one not in same and _alike(named, one.priority.title)]
    if not same and not under:
        return []
    options = (*map(_option, same), *map(_option, under), Option(NONE, "None of these"))
    chosen = options[0].value if same or len(under) == 1 else NONE
    question = "Which objective does it serve?"
    return [Question("objective", question, written, options, chosen, is_sure=len(same) == 1 or len(under) <= 1)]


def _alike(named: str, other: str) -> bool:
    return fuzz.token_sort_ratio(named.casefold(), other.casefold()) >= SAME_AIM


def _option(objective: Objective) -> Option:
    return Option(f"objective:{objective.pk}", objective.text[:90], f"of the priority {objective.priority.title[:60]}")
