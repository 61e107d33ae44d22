"""May this viewer do this to evidence? Answers carry the reason that the page shows."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no


def may_keep_evidence(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_ACTIONS, partnership_id):
        return YES
    return no("Only the partnership's team changes evidence. Ask the business manager.")
