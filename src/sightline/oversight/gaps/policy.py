"""Who may do what with findings."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .models import Finding


def may_set_aside(viewer: Viewer, finding: Finding) -> Verdict:
    if not viewer.may(Deed.SET_ASIDE_FINDINGS, finding.partnership_id):
        return no("Chairs, safeguarding partners and the business manager set findings aside.")
    return YES if finding.closed_at is None else no("This finding has closed: nothing needs setting aside.")
