"""Accounts of people."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from ..models import User


@deed
def open_account(*, email: str, name: str, by: User | None, password: str | None = None) -> User:
    """Without a password the account can only be entered by an invitation, a reset or an identity provider."""
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(f"There is already an account for {email}. Give that account a role instead.", "email")
    user = User(email=email.lower(), name=name)
    if password is None:
        user.set_unusable_password()
    else:
        check_password(password, user)
        user.set_password(password)
    user.full_clean()
    user.save()
    return user


def check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages), "password") from problem


@deed
def close_account(*, user: User, by: User | None) -> User:
    """The person can no longer sign in, and is signed out. What they did stays in their name."""
    return _opened(user, False)


@deed
def reopen_account(*, user: User, by: User | None) -> User:
    return _opened(user, True)


def _opened(user: User, is_active: bool) -> User:
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    return user
