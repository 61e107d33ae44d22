"""Who may bring in papers and decide on what they propose."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .domain import PaperState
from .models import Paper


def may_decide(viewer: Viewer, paper: Paper) -> Verdict:
    if not viewer.may(Deed.BRING_IN_PAPERS, paper.partnership_id):
        return no("Your role does not include deciding on proposals. Ask the business manager.")
    if paper.state != PaperState.READ:
        return no("This paper is not read yet. Wait until it is.")
    return YES
