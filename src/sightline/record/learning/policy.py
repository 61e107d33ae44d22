"""May this viewer do this to what the partnership learns?"""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no


def may_keep_learning(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_LEARNING, partnership_id):
        return YES
    return no("Only the partnership's team keeps briefings, practice examples and what people said.")


def may_read_drafts(viewer: Viewer, partnership_id: int) -> Verdict:
    """Drafts may be made from reviews that are not published yet."""
    if viewer.may(Deed.KEEP_LEARNING, partnership_id) or viewer.may(Deed.READ_INCIDENTS, partnership_id):
        return YES
    return no("A briefing is read by everyone once it is issued.")


def may_read_unpublished(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.READ_INCIDENTS, partnership_id):
        return YES
    return no("This review is not published. Only those who may read serious incidents see its findings.")


def may_release(viewer: Viewer, partnership_id: int) -> Verdict:
    """A finding of an unpublished review goes out only by the word of someone who may read it and keeps learning."""
    if not viewer.may(Deed.KEEP_LEARNING, partnership_id):
        return may_keep_learning(viewer, partnership_id)
    return may_read_unpublished(viewer, partnership_id)


def may_share(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.CHOOSE_SHARING, partnership_id):
        return YES
    return no("The business manager chooses what is shared with the region.")
