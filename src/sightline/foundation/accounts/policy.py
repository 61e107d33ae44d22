"""Who may do what with accounts, with the reason when not."""

from datetime import date, datetime

from sightline.kernel.verdict import YES, Verdict, no

from .domain import Deed, Viewer
from .models import Grant, Invitation, User


def may_end(viewer: Viewer, grant: Grant) -> Verdict:
    if not viewer.may(Deed.MANAGE_ACCOUNTS, grant.partnership_id):
        return no("Your role here does not include ending roles.")
    if grant.user_id == viewer.user_id:
        return no("You cannot end your own role. Ask another business manager or an administrator to do it.")
    return YES


def may_close(viewer: Viewer, user: User) -> Verdict:
    if user.pk == viewer.user_id:
        return no("You cannot close your own account. Ask another administrator to do it.")
    return YES


def may_accept(invitation: Invitation | None, at: datetime) -> Verdict:
    if invitation is None:
        return no("This link is not one of ours. Check that you have copied all of it.")
    if invitation.accepted_at:
        return no("This invitation has been used already. Sign in with the password you chose then.")
    if invitation.withdrawn_at:
        return no("This invitation was withdrawn. Ask whoever invited you.")
    if invitation.expires_at <= at:
        return no("This invitation has run out. Ask whoever invited you to send it again.")
    return YES


def has_ended(grant: Grant, today: date) -> bool:
    return grant.ends_on is not None and grant.ends_on <= today
