"""Tells law on which editions the templates of reviews rest, so that a change of law names them."""

from collections.abc import Iterable

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.partnership.law.commands.changes import rely_on
from sightline.partnership.law.models import Edition

from ..domain.practice import RESTS_ON
from ..domain.rapid import CHECKLIST_EDITION, CHECKLIST_RESTS_ON

NOT_CHECKED = "not checked against the newest guidance"


@deed
def rest_templates_on_law(*, by: User | None) -> None:
    """Every edition of the template of practice reviews, and the list of what a rapid review should hold.

    An edition of law that is not kept here is passed over. It can be run at every start.
    """
    for code, basis in RESTS_ON.items():
        label = f"Template of practice reviews, edition {code} ({NOT_CHECKED})"
        _rest(Reference("reviews.template", int(code)), label, basis, by)
    label = f"Checklist of rapid reviews, edition {CHECKLIST_EDITION} ({NOT_CHECKED})"
    _rest(Reference("reviews.checklist", int(CHECKLIST_EDITION)), label, CHECKLIST_RESTS_ON, by)


def _rest(reference: Reference, label: str, basis: Iterable[tuple[str, str]], by: User | None) -> None:
    for slug, named in basis:
        edition = Edition.objects.filter(instrument__slug=slug, label=named).first()
        if edition is not None:
            rely_on(edition=edition, reference=reference, label=label, by=by)
