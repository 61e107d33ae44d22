"""Verbs of evidence."""

from datetime import date
from urllib.parse import urlsplit

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.library.domain import File
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused

from .domain import GRADE_LABELS, Form, Grade, Kind
from .models import BearsOn, Evidence, Grading


@deed
def add_evidence(
    *,
    partnership: Partnership,
    subject: Reference,
    title: str,
    kind: Kind,
    on: date,
    by: User | None,
    grade: Grade | None = None,
    note: str = "",
    url: str = "",
    file: File | None = None,
    dated_on: date | None = None,
    expires_on: date | None = None,
) -> Evidence:
    """A file that the store holds already, a link, or a note in words; a note may stand beside a file or a link.

    The caller has made sure that the subject is this partnership's. `expires_on` is the last day on which it counts.
    """
    evidence = Evidence(partnership=partnership, added_on=on, added_by=by)
    _describe(evidence, title, kind, grade, note, dated_on, expires_on)
    _carry(evidence, url, file)
    _keep(evidence)
    bear_on(evidence=evidence, subject=subject, by=by)
    return evidence


@deed
def supersede_evidence(
    *,
    evidence: Evidence,
    on: date,
    by: User | None,
    url: str = "",
    file: File | None = None,
    note: str = "",
    title: str = "",
    grade: Grade | None = None,
    dated_on: date | None = None,
    expires_on: date | None = None,
) -> Evidence:
    """A newer version in its place, bearing on the same records; the older counts no longer and stays readable."""
    _refuse_if_gone(evidence)
    newer = Evidence(partnership=evidence.partnership, added_on=on, added_by=by)
    newer.supersedes, newer.version = evidence, evidence.version + 1
    _describe(newer, title or evidence.title, Kind(evidence.kind), grade, note, dated_on, expires_on)
    _carry(newer, url, file)
    _keep(newer)
    for link in evidence.bears_on.all():
        bear_on(evidence=newer, subject=Reference(link.subject_kind, link.subject_id), by=by)
    return newer


def _describe(
    evidence: Evidence,
    title: str,
    kind: Kind,
    grade: Grade | None,
    note: str,
    dated_on: date | None,
    expires_on: date | None,
) -> None:
    refuse_child_details(title=title, note=note)
    if not title.strip():
        raise Refused("Say in a few words what this is.", "title")
    if dated_on and expires_on and expires_on < dated_on:
        raise Refused("It cannot stop counting before the day it is dated.", "expires_on")
    evidence.title, evidence.kind, evidence.grade, evidence.note = title.strip(), kind, grade or "", note.strip()
    evidence.dated_on, evidence.expires_on = dated_on, expires_on


def _carry(evidence: Evidence, url: str, file: File | None) -> None:
    if file and url:
        raise Refused("Choose a file or give a link, not both. Add the other as evidence of its own.", "url")
    if not (file or url or evidence.note):
        raise Refused("Choose a file, give a link or write a note.", "note")
    evidence.form = Form.FILE if file else Form.LINK if url else Form.NOTE
    evidence.url = _checked(url)
    if file:
        evidence.file_name, evidence.media_type = file.name, file.media_type
        evidence.size, evidence.sha256 = file.size, file.sha256


def _checked(url: str) -> str:
    """By its form only: Sightline never opens a link."""
    url = url.strip()
    if not url:
        return ""
    refuse_child_details(url=url)
    try:
        parts = urlsplit(url)
    except ValueError as problem:
        raise Refused("This is not the address of a page. Copy it from the browser.", "url") from problem
    if parts.scheme != "https":
        raise Refused("Give an address that begins with https://", "url")
    if parts.username or parts.password:
        raise Refused("This address holds a user name or password. Take it out.", "url")
    return url


@deed
def correct_evidence(
    *,
    evidence: Evidence,
    title: str,
    kind: Kind,
    note: str,
    dated_on: date | None,
    expires_on: date | None,
    by: User | None,
) -> Evidence:
    """Mends how a piece is described; what carries it and its grade have verbs of their own."""
    _describe(evidence, title, kind, Grade(evidence.grade) if evidence.grade else None, note, dated_on, expires_on)
    if evidence.form == Form.NOTE and not evidence.note:
        raise Refused("Write the note.", "note")
    return _keep(evidence)


@deed
def regrade(*, evidence: Evidence, grade: Grade | None, why: str, on: date, by: User | None) -> Grading:
    """Says anew how far it reaches, and why; the grade before is kept with its reason."""
    refuse_child_details(why=why)
    _refuse_if_gone(evidence)
    if not why.strip():
        raise Refused("Say why the grade changes.", "why")
    if (grade or "") == evidence.grade:
        said = GRADE_LABELS[grade] if grade else "not graded"
        raise Refused(f"That is its grade already: {said.lower()}.", "grade")
    grading = kept(Grading(evidence=evidence, on=on, before=evidence.grade, after=grade or "", why=why.strip(), by=by))
    evidence.grade = grade or ""
    _keep(evidence)
    return grading


@deed
def withdraw_evidence(*, evidence: Evidence, reason: str, on: date, by: User | None) -> Evidence:
    """It counts no longer and says why; it stays readable."""
    refuse_child_details(reason=reason)
    _refuse_if_gone(evidence)
    if not reason.strip():
        raise Refused("Say why it is withdrawn.", "reason")
    evidence.withdrawn_on, evidence.withdrawn_because = on, reason.strip()
    return _keep(evidence)


@deed
def bear_on(*, evidence: Evidence, subject: Reference, by: User | None) -> BearsOn:
    """Says that evidence shows something of one more record. The caller has made sure that it is this partnership's."""
    known = evidence.bears_on.filter(subject_kind=subject.kind, subject_id=subject.id).first()
    return known or kept(BearsOn(evidence=evidence, subject_kind=subject.kind, subject_id=subject.id))


@deed
def let_go(*, evidence: Evidence, subject: Reference, by: User | None) -> None:
    """It does not bear on that record after all. The last one stays: evidence of nothing is withdrawn instead."""
    links = evidence.bears_on.all()
    if not links.exclude(subject_kind=subject.kind, subject_id=subject.id).exists():
        raise Refused("This is the only record that it bears on. Withdraw the evidence instead, with a reason.")
    links.filter(subject_kind=subject.kind, subject_id=subject.id).delete()


def _refuse_if_gone(evidence: Evidence) -> None:
    if evidence.withdrawn_on:
        raise Refused("This evidence is withdrawn. Add it anew if it counts after all.")
    if Evidence.objects.filter(supersedes=evidence).exists():
        raise Refused("A newer version stands in its place. Change that one.")


def _keep(evidence: Evidence) -> Evidence:
    kept(evidence)
    index_entry(
        kind="evidence.evidence",
        id=evidence.pk,
        partnership=evidence.partnership,
        title=f"Evidence: {evidence.title}",
        text=f"{evidence.note} {evidence.file_name}",
        dated_on=evidence.dated_on or evidence.added_on,
    )
    return evidence
