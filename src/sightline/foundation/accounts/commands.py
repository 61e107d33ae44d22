"""Verbs of accounts: keyword-only, named actor, whole or not at all."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from .domain import Role, Tier, Topic
from .models import Grant, Partnership, Sharing, User


@deed
def establish_partnership(
    *,
    slug: str,
    name: str,
    short_name: str,
    by: User | None,
    tier: Tier = Tier.BOROUGH,
    overseen_by: Partnership | None = None,
    started_on: date | None = None,
    source: str = "",
    is_verified: bool = True,
) -> Partnership:
    partnership = Partnership(
        slug=slug,
        name=name,
        short_name=short_name,
        tier=tier,
        overseen_by=overseen_by,
        started_on=started_on,
        source=source,
        is_verified=is_verified,
    )
    partnership.full_clean()
    partnership.save()
    return partnership


@deed
def open_account(*, email: str, name: str, by: User | None, password: str | None = None) -> User:
    """Without a password the account can only be entered by an invitation, a reset or an identity provider."""
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(f"There is already an account for {email}. Give that account a role instead.", "email")
    user = User(email=email.lower(), name=name)
    if password is None:
        user.set_unusable_password()
    else:
        _check_password(password, user)
        user.set_password(password)
    user.full_clean()
    user.save()
    return user


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages), "password") from problem


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


@deed
def choose_sharing(*, partnership: Partnership, topic: Topic, is_shared: bool, by: User | None) -> Sharing:
    row, _ = Sharing.objects.update_or_create(partnership=partnership, topic=topic, defaults={"is_shared": is_shared})
    return row
