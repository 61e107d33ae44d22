"""Pages of accounts: one's own, a partnership's, the installation's, and who changed what."""

from .changes import changes, changes_anywhere, history
from .installation import (
    account_of,
    all_accounts,
    close,
    end_a_role_anywhere,
    invite_administrator,
    reopen,
    send_again_anywhere,
    withdraw_anywhere,
)
from .own import accept, own_account, roles
from .partnership import end_a_role, invite_person, people, send_invitation_again, sharing, withdraw
from .partnerships import add_partnership, partnerships

__all__ = [
    "accept",
    "account_of",
    "add_partnership",
    "all_accounts",
    "changes",
    "changes_anywhere",
    "close",
    "end_a_role",
    "end_a_role_anywhere",
    "history",
    "invite_administrator",
    "invite_person",
    "own_account",
    "partnerships",
    "people",
    "reopen",
    "roles",
    "send_again_anywhere",
    "send_invitation_again",
    "sharing",
    "withdraw",
    "withdraw_anywhere",
]
