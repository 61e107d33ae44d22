"""May this viewer do this to plans? Answers carry the reason that the page shows."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .models import Plan


def may_keep_priorities(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_PRIORITIES, partnership_id):
        return YES
    return no("Only the partnership's team changes priorities and plans. Ask the business manager.")


def may_review_plan(viewer: Viewer, plan: Plan, is_regional: bool) -> Verdict:
    """The region, or a second person of the partnership's team; never whoever submitted it."""
    if viewer.user_id is not None and plan.submitted_by_id == viewer.user_id:
        return no("You submitted this plan. Someone else reviews its quality.")
    if is_regional:
        region = plan.partnership.overseen_by_id
        return YES if region and viewer.may(Deed.KEEP_REGIONAL, region) else no("Only the region reviews it here.")
    return may_keep_priorities(viewer, plan.partnership_id)
