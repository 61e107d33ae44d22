"""May this viewer do this to a recommendation?"""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no


def may_keep_recommendations(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_ACTIONS, partnership_id):
        return YES
    return no("Only the partnership's team answers recommendations. Ask the business manager.")
