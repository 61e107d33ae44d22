"""Who may see and change documents."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .domain import Visibility
from .models import Document


def may_change(viewer: Viewer, document: Document) -> Verdict:
    if not viewer.may(Deed.BRING_IN_PAPERS, document.partnership_id):
        return no("Your role does not include changing documents. Ask the business manager.")
    if document.visibility == Visibility.RESTRICTED and not viewer.may(Deed.READ_RESTRICTED, document.partnership_id):
        return no("This document is restricted.")
    return YES
