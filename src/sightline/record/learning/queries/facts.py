"""Facts that rules ask for: what learning has not reached, not shown, not changed."""

from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference
from sightline.partnership.directory.queries import statutory_partners
from sightline.partnership.plan.queries import priorities_of

from ..domain.issues import Stage
from ..domain.tracks import lacks_re_audit, last_taught
from ..models import IssueTo, VoicePriority
from .issues import stage_of
from .practice import examples_of, grades_of
from .tracks import step_facts, tracks_of


@dataclass(frozen=True, slots=True)
class ReceiptMissing:
    issue: Reference
    briefing: str
    organisation_id: int
    organisation: str
    sent_on: date
    due_on: date
    days_late: int


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by reference and name, with the day that the rule counts from (None where there is none)."""

    reference: Reference
    name: str
    since: date | None = None


def _issues_in_force(partnership: Partnership, on: date) -> list[IssueTo]:
    rows = IssueTo.objects.filter(
        briefing__partnership=partnership, sent_on__lte=on, briefing__retired_on=None, briefing__revised_on=None
    )
    return list(rows.select_related("briefing", "organisation"))


def receipts_missing_from_partners(partnership: Partnership, on: date) -> list[ReceiptMissing]:
    """Briefings whose receipt a statutory safeguarding partner has not confirmed by the day it was due."""
    partners = {body.pk for body in statutory_partners(partnership, on)}
    return [
        ReceiptMissing(
            Reference("learning.issueto", issue.pk),
            issue.briefing.title,
            issue.organisation_id,
            issue.organisation.name,
            issue.sent_on,
            issue.receipt_due_on,
            (on - issue.receipt_due_on).days,
        )
        for issue in _issues_in_force(partnership, on)
        if issue.organisation_id in partners and stage_of(issue, on) is Stage.RECEIPT_OVERDUE
    ]


def briefings_without_cascade(partnership: Partnership, on: date) -> list[Named]:
    """Issued, the day for passing on is over for every agency, and none has said that it passed it on."""
    by_briefing: dict[int, list[IssueTo]] = {}
    for issue in _issues_in_force(partnership, on):
        by_briefing.setdefault(issue.briefing_id, []).append(issue)
    return [
        Named(Reference("learning.briefing", pk), issues[0].briefing.title, issues[0].briefing.issued_on)
        for pk, issues in by_briefing.items()
        if all(issue.cascade_due_on < on for issue in issues)
        and not any(stage_of(issue, on) is Stage.CASCADED for issue in issues)
    ]


def tracks_without_re_audit(partnership: Partnership, on: date) -> list[Named]:
    """Taught more than a year ago, and nobody has looked again; open tracks only. `since` is the last teaching."""
    found = []
    for track in tracks_of(partnership, on).filter(ended_on=None):
        facts = step_facts(track)
        if lacks_re_audit(facts, on):
            found.append(Named(Reference("learning.track", track.pk), track.title, last_taught(facts, on)))
    return found


def examples_without_evidence(partnership: Partnership, on: date) -> list[Named]:
    examples = list(examples_of(partnership, on).filter(withdrawn_on=None))
    evidenced = grades_of([example.pk for example in examples], on)
    return [
        Named(Reference("learning.practiceexample", one.pk), one.title, one.recorded_on)
        for one in examples
        if one.pk not in evidenced
    ]


def priorities_without_voice(partnership: Partnership, on: date) -> list[Named]:
    """In force, and no record that children, families or communities were asked about them."""
    heard = VoicePriority.objects.filter(activity__partnership=partnership, activity__held_on__lte=on)
    known = set(heard.values_list("priority_id", flat=True))
    return [
        Named(Reference("plan.priority", one.pk), one.title, one.started_on)
        for one in priorities_of(partnership, on)
        if one.pk not in known
    ]
