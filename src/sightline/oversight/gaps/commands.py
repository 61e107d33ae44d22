"""Runs the rules and keeps what they find; sets findings aside. Writes nothing but findings."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from .domain.found import Found
from .models import Check, Finding, SetAside
from .queries.evidence import facts_of
from .rules.catalogue import EDITION, Rule, catalogue

SAID = ["edition", "severity", "subject_label", "summary", "evidence", "board_id", "is_restricted"]


@deed
def check(*, partnership: Partnership, on: date, at: datetime, by: User | None, board_id: int | None = None) -> int:
    """Runs every rule over one partnership, or over one board of it. New findings open, those no longer found close.

    Returns how many findings are open now within what was checked.
    """
    facts = facts_of(partnership, on, board_id)
    found = {(rule.code, f.subject): (rule, f) for rule in catalogue().values() for f in rule.find(facts)}
    if board_id is not None:
        found = {key: (rule, f) for key, (rule, f) in found.items() if f.board_id == board_id}
    standing = {(f.rule, f.reference): f for f in _open(partnership, board_id)}
    _open_new([found[key] for key in found if key not in standing], partnership, on, at)
    _tell_anew([(standing[key], *found[key]) for key in found if key in standing])
    _close([finding for key, finding in standing.items() if key not in found], at)
    if board_id is None:
        Check.objects.create(partnership=partnership, edition=EDITION, as_of=on, at=at, open_findings=len(found))
    return len(found)


def _open(partnership: Partnership, board_id: int | None) -> QuerySet[Finding]:
    rows = Finding.objects.filter(partnership=partnership, closed_at__isnull=True)
    return rows if board_id is None else rows.filter(board_id=board_id)


def _open_new(found: Iterable[tuple[Rule, Found]], partnership: Partnership, on: date, at: datetime) -> None:
    Finding.objects.bulk_create(
        [
            Finding(
                partnership=partnership,
                rule=rule.code,
                subject_kind=f.subject.kind,
                subject_id=f.subject.id,
                found_at=at,
                as_of=on,
                **_said(rule, f),
            )
            for rule, f in found
        ]
    )


def _said(rule: Rule, found: Found) -> dict:
    return {
        "edition": EDITION,
        "severity": rule.severity,
        "subject_label": found.label[:300],
        "summary": found.summary,
        "evidence": [{"text": s.text, "reference": str(s.reference or "")} for s in found.shown],
        "board_id": found.board_id,
        "is_restricted": found.is_restricted,
    }


def _tell_anew(standing: Iterable[tuple[Finding, Rule, Found]]) -> None:
    """Writes only findings whose words changed: a run that finds nothing new leaves nothing in the trail."""
    changed = []
    for finding, rule, found in standing:
        said = _said(rule, found)
        if any(getattr(finding, name) != value for name, value in said.items()):
            for name, value in said.items():
                setattr(finding, name, value)
            changed.append(finding)
    Finding.objects.bulk_update(changed, SAID)


def _close(findings: list[Finding], at: datetime) -> None:
    if findings:
        Finding.objects.filter(pk__in=[f.pk for f in findings]).update(closed_at=at)


@deed
def set_aside(*, finding: Finding, reason: str, until: date, on: date, at: datetime, by: User) -> SetAside:
    """A finding is set aside for at most a year, so that nobody forgets it for good."""
    if not reason.strip():
        raise Refused("Say why this need not be acted on. Whoever reads the record next will want to know.", "reason")
    refuse_child_details(reason=reason)
    if until <= on:
        raise Refused("Choose a day after today on which the finding comes back.", "until")
    if (until - on).days > 366:
        raise Refused("Choose a day within a year. A finding can be set aside again then.", "until")
    if finding.closed_at is not None:
        raise Refused("This finding has closed already: nothing needs setting aside.")
    row = SetAside(finding=finding, reason=reason.strip(), until=until, by=by, at=at)
    row.full_clean()
    row.save()
    return row


@deed
def bring_back(*, finding: Finding, at: datetime, by: User) -> None:
    finding.set_aside.filter(ended_at__isnull=True).update(ended_at=at)
