"""Taking a change in, and saying what rests on an edition."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused

from ..domain import NOT_LAW
from ..domain.changes import changed_on
from ..models import Acknowledgement, Edition, Reliance


@deed
def acknowledge(
    *,
    partnership: Partnership,
    edition: Edition,
    what_was_done: str,
    on: date,
    by: User | None,
    agency: str = "",
) -> Acknowledgement:
    """The partnership's word, or one agency's, that a change was taken in. Said again, it corrects what was said."""
    if not what_was_done.strip():
        raise Refused("Say what was done: who was told, what was changed.", "what_was_done")
    refuse_child_details(what_was_done=what_was_done, agency=agency)
    since = changed_on(edition.made_on, edition.in_force_on)
    if edition.instrument.kind in NOT_LAW or since is None:
        raise Refused("This is not a change of law or guidance that can be taken in.")
    if on < since:
        raise Refused(f"The change is of {since:%-d %B %Y}. Give that day or a later one.", "on")
    found = Acknowledgement.objects.filter(partnership=partnership, edition=edition, agency=agency.strip()).first()
    found = found or Acknowledgement(partnership=partnership, edition=edition, agency=agency.strip())
    found.on, found.what_was_done, found.by = on, what_was_done.strip(), by
    return kept(found)


@deed
def take_back_acknowledgement(*, acknowledgement: Acknowledgement, by: User | None) -> None:
    """For one said by mistake; the trail keeps it."""
    acknowledgement.delete()


@deed
def rely_on(
    *, edition: Edition, reference: Reference, label: str, by: User | None, partnership: Partnership | None = None
) -> Reliance:
    """Says that a template or format rests on an edition. Rooms above call it; said twice it leaves one."""
    found = Reliance.objects.filter(edition=edition, subject_kind=reference.kind, subject_id=reference.id).first()
    found = found or Reliance(edition=edition, subject_kind=reference.kind, subject_id=reference.id)
    found.partnership, found.label = partnership, label[:300]
    return kept(found)


@deed
def rely_no_longer(*, edition: Edition, reference: Reference, by: User | None) -> None:
    Reliance.objects.filter(edition=edition, subject_kind=reference.kind, subject_id=reference.id).delete()
