"""Roles given and ended, always with dates."""

from datetime import date

from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from ..domain import Role
from ..models import Grant, Partnership, User


@deed
def give_role(
    *,
    user: User,
    role: Role,
    partnership: Partnership | None,
    starts_on: date,
    by: User | None,
    ends_on: date | None = None,
    reason: str = "",
) -> Grant:
    if ends_on is not None and ends_on <= starts_on:
        raise Refused("The role would end before it starts. Choose a later last day.", "ends_on")
    if partnership is None and role is not Role.ADMINISTRATOR:
        raise Refused("Choose the partnership in which the role is held.", "partnership")
    grant = Grant(
        user=user,
        role=role,
        partnership=partnership,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=reason,
        granted_by=by,
    )
    grant.full_clean()
    grant.save()
    return grant


@deed
def end_role(*, grant: Grant, on: date, reason: str, by: User) -> Grant:
    if grant.ends_on is not None and grant.ends_on <= on:
        raise Refused(f"This role has already ended, on {grant.ends_on:%-d %B %Y}.")
    grant.ends_on = max(on, grant.starts_on)
    grant.reason = reason
    grant.full_clean()
    grant.save()
    return grant
