"""May this viewer do this to an action? Answers carry the reason that the page shows."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .domain import CLOSED, Status
from .models import Action


def may_keep_actions(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_ACTIONS, partnership_id):
        return YES
    return no("Only the partnership's team changes actions. Ask the business manager.")


def may_note_progress(viewer: Viewer, action: Action, owns: bool) -> Verdict:
    """The team for any action; others for those they, their posts or their agencies own."""
    if action.status in CLOSED:
        return no("This action is closed. Reopen it before saying how it is going.")
    if action.status == Status.REPORTED:
        return no("This action is reported as done and waits for a second word.")
    return _as_owner(viewer, action, owns)


def may_add_evidence(viewer: Viewer, action: Action, owns: bool) -> Verdict:
    """As for progress, and after closing too: what came of an action is often seen later."""
    return _as_owner(viewer, action, owns)


def may_confirm(viewer: Viewer, action: Action) -> Verdict:
    """The second word is not the word of who reported it."""
    if action.status != Status.REPORTED:
        return no("Nobody has reported this action as done.")
    if not viewer.may(Deed.CONFIRM_ACTIONS, action.partnership_id):
        return no("The partnership’s team or a chair confirms it, or a board at a meeting.")
    if viewer.user_id == action.reported_by_id:
        return no("You reported it. Someone else confirms it, or a board at a meeting.")
    return YES


def _as_owner(viewer: Viewer, action: Action, owns: bool) -> Verdict:
    if may_keep_actions(viewer, action.partnership_id):
        return YES
    if not viewer.may(Deed.UPDATE_OWN_ACTIONS, action.partnership_id):
        return no("Your role reads actions and does not change them.")
    return YES if owns else no("This action is not yours. Its owner or the partnership's team can say how it is going.")
