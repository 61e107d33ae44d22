"""Invitations by e-mail. The link carries a secret of which only a digest is kept, so a copy of the database opens nothing."""

import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused

from ..domain import ROLES, Role, digest_of
from ..models import Grant, Invitation, Partnership, User
from ..policy import may_accept
from ..queries import account_at, open_invitations
from .people import open_account
from .roles import give_role

RUNS_FOR = timedelta(days=14)


@deed
def invite(
    *,
    email: str,
    name: str,
    role: Role,
    partnership: Partnership | None,
    by: User,
    at: datetime,
    ends_on: date | None = None,
) -> Invitation | Grant:
    """Sends an invitation; someone who already signs in is given the role at once and told so."""
    existing = account_at(email)
    if existing:
        return _give_at_once(existing, role, partnership, by, at, ends_on)
    if open_invitations(partnership).filter(email__iexact=email).exists():
        raise Refused(f"{email} has an invitation already. Send that one again, or withdraw it first.", "email")
    secret = secrets.token_urlsafe(32)
    invitation = Invitation(
        email=email.lower(),
        name=name,
        partnership=partnership,
        role=role,
        ends_on=ends_on,
        invited_by=by,
        invited_at=at,
    )
    invitation.secret_digest, invitation.expires_at = digest_of(secret), at + RUNS_FOR
    kept(invitation)
    _send(invitation, secret)
    return invitation


def _give_at_once(
    user: User, role: Role, partnership: Partnership | None, by: User, at: datetime, ends_on: date | None
) -> Grant:
    if not user.is_active:
        raise Refused(f"The account of {user.email} is closed. Ask an administrator to open it again.", "email")
    today = timezone.localdate(at)
    grant = give_role(user=user, role=role, partnership=partnership, starts_on=today, by=by, ends_on=ends_on)
    _mail(user.email, "You have a new role in Sightline", "accounts/email/role.txt", {"name": user.name, **_of(grant)})
    return grant


@deed
def send_again(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    """A new link for another fourteen days; the old one stops working."""
    if invitation.accepted_at or invitation.withdrawn_at:
        raise Refused("This invitation is over. Invite the person anew.")
    secret = secrets.token_urlsafe(32)
    invitation.secret_digest, invitation.expires_at = digest_of(secret), at + RUNS_FOR
    kept(invitation)
    _send(invitation, secret)
    return invitation


@deed
def withdraw_invitation(*, invitation: Invitation, by: User, at: datetime) -> Invitation:
    if invitation.accepted_at:
        raise Refused("The invitation has been accepted already. End the role instead.")
    invitation.withdrawn_at = at
    return kept(invitation)


@deed
def accept_invitation(*, invitation: Invitation, password: str, at: datetime, by: User | None = None) -> User:
    """Opens the account with the password chosen, and gives the role from today. An account opened meanwhile keeps its own."""
    verdict = may_accept(invitation, at)
    if not verdict:
        raise Refused(verdict.reason)
    user = account_at(invitation.email)
    if user is None:
        user = open_account(email=invitation.email, name=invitation.name, password=password, by=None)
    invitation.accepted_at = at
    kept(invitation)
    give_role(
        user=user,
        role=Role(invitation.role),
        partnership=invitation.partnership,
        starts_on=timezone.localdate(at),
        ends_on=invitation.ends_on,
        by=invitation.invited_by,
    )
    return user


def _send(invitation: Invitation, secret: str) -> None:
    shown = {
        "name": invitation.name,
        "inviter": invitation.invited_by.name,
        "link": settings.ADDRESS + reverse("accounts:accept", args=[secret]),
        "days": RUNS_FOR.days,
        **_of(invitation),
    }
    _mail(invitation.email, "An invitation to Sightline", "accounts/email/invitation.txt", shown)


def _of(given: Invitation | Grant) -> dict[str, str]:
    where = given.partnership.name if given.partnership else "the whole installation"
    return {"role": ROLES[Role(given.role)].label, "where": where, "address": settings.ADDRESS}


def _mail(to: str, subject: str, template: str, shown: dict[str, object]) -> None:
    body = render_to_string(template, shown)
    transaction.on_commit(lambda: send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [to]))
