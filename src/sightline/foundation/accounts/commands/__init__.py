"""Verbs of accounts: keyword-only, named actor, whole or not at all."""

from .invitations import accept_invitation, invite, send_again, withdraw_invitation
from .partnerships import choose_sharing, establish_partnership
from .people import close_account, open_account, reopen_account
from .roles import end_role, give_role

__all__ = [
    "accept_invitation",
    "choose_sharing",
    "close_account",
    "end_role",
    "establish_partnership",
    "give_role",
    "invite",
    "open_account",
    "reopen_account",
    "send_again",
    "withdraw_invitation",
]
