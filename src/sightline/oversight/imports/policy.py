"""May this viewer bring in sheets?"""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

FURTHER = {
    "priorities": Deed.KEEP_PRIORITIES,
    "objectives": Deed.KEEP_PRIORITIES,
    "reviews": Deed.KEEP_REVIEWS,
    "findings": Deed.KEEP_REVIEWS,
}
"""What filling a register by hand needs, a sheet needs too."""


def may_fill(viewer: Viewer, partnership_id: int, register: str) -> Verdict:
    if viewer.may(FURTHER.get(register, Deed.KEEP_ACTIONS), partnership_id):
        return YES
    return no("Your role does not keep this register. Ask the business manager.")
