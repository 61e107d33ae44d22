"""May this viewer keep reviews of progress?"""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no


def may_keep_progress(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_PRIORITIES, partnership_id):
        return YES
    return no("Only the partnership's team keeps reviews of progress. Ask the business manager.")
