"""Who may keep boards and what belongs to them."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no


def may_keep_boards(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_BOARDS, partnership_id):
        return YES
    return no("Your role does not keep boards. Ask the business manager.")
