"""Roles that perhaps should end: never used, long unused, or held by someone who has left every post known here."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from sightline.foundation.accounts.models import Grant, Partnership
from sightline.foundation.accounts.queries import grants_on
from sightline.partnership.directory.models import Holding

UNUSED_AFTER = timedelta(days=30)
IDLE_AFTER = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class RoleToReview:
    grant: Grant
    why: str


def roles_to_review(partnership: Partnership, today: date) -> list[RoleToReview]:
    """Two queries, however many roles there are."""
    grants = grants_on(today).filter(partnership=partnership, user__is_active=True).select_related("user")
    left = _left_every_post(partnership, today)
    found = ((grant, _why(grant, left.get(grant.user_id), today)) for grant in grants.order_by("user__name", "id"))
    return [RoleToReview(grant, why) for grant, why in found if why]


def _why(grant: Grant, left_on: date | None, today: date) -> str:
    seen = timezone.localtime(grant.user.last_login).date() if grant.user.last_login else None
    if left_on is not None:
        return f"Left the last post known here on {left_on:%-d %B %Y}"
    if seen is None and today - grant.starts_on >= UNUSED_AFTER:
        return f"Has never signed in since {grant.starts_on:%-d %B %Y}"
    if seen is not None and today - seen >= IDLE_AFTER:
        return f"Has not signed in since {seen:%-d %B %Y}"
    return ""


def _left_every_post(partnership: Partnership, today: date) -> dict[int, date]:
    """User to the day their last post ended, for those whose posts have all ended."""
    rows = Holding.objects.filter(person__partnership=partnership, person__account__isnull=False)
    ends: dict[int, list[date | None]] = defaultdict(list)
    for user_id, ended_on in rows.values_list("person__account_id", "ended_on"):
        ends[user_id].append(ended_on)
    return {user: max(days) for user, days in ends.items() if all(day is not None and day <= today for day in days)}
