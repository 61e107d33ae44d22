"""May this viewer bring in sheets?"""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

FURTHER: dict[str, tuple[Deed, ...]] = {
    "organisations": (Deed.KEEP_DIRECTORY,),
    "posts": (Deed.KEEP_DIRECTORY,),
    "priorities": (Deed.KEEP_PRIORITIES,),
    "objectives": (Deed.KEEP_PRIORITIES,),
    "plans": (Deed.KEEP_PRIORITIES,),
    "actions": (Deed.KEEP_ACTIONS,),
    "evidence": (Deed.KEEP_ACTIONS,),
    "recommendations": (Deed.KEEP_ACTIONS,),
    "reviews": (Deed.KEEP_REVIEWS,),
    "findings": (Deed.KEEP_REVIEWS,),
    "incidents": (Deed.KEEP_REVIEWS,),
    "challenges": (Deed.KEEP_ACTIONS, Deed.RAISE_CHALLENGES),
    "examples": (Deed.KEEP_LEARNING,),
    "voice": (Deed.KEEP_LEARNING,),
    "receipts": (Deed.KEEP_LEARNING,),
}
"""What filling a register by hand needs, a sheet needs too. One that is not named here, nobody may fill."""

GUARDED = frozenset({"reviews", "findings", "incidents"})
"""Their sheets speak of what is not published: only those who read incidents see that there is one."""


def may_fill(viewer: Viewer, partnership_id: int, register: str) -> Verdict:
    deeds = FURTHER.get(register, ())
    if deeds and all(viewer.may(deed, partnership_id) for deed in deeds):
        return YES
    return no("Your role does not keep this register. Ask the business manager.")


def may_see(viewer: Viewer, partnership_id: int, register: str) -> bool:
    return register not in GUARDED or viewer.may(Deed.READ_INCIDENTS, partnership_id)
