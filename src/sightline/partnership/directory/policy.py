"""Who may keep what of the directory."""

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .models import Organisation


def may_keep_directory(viewer: Viewer, partnership_id: int) -> Verdict:
    if viewer.may(Deed.KEEP_DIRECTORY, partnership_id):
        return YES
    return no("Your role does not keep the directory. Ask the business manager.")


def may_keep_organisation(viewer: Viewer, organisation: Organisation) -> Verdict:
    """A partnership keeps its own; what all partnerships share is an administrator's."""
    if organisation.partnership_id is not None:
        return may_keep_directory(viewer, organisation.partnership_id)
    if any(viewer.may(Deed.KEEP_SHARED_DIRECTORY, held.partnership_id) for held in viewer.held):
        return YES
    return no("This body is shared by all partnerships. Ask an administrator to change it.")
