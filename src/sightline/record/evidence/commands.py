"""Verbs of evidence."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.domain import File
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused

from .domain import Form, Grade, Kind
from .models import BearsOn, Evidence


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
    """A file that the store holds already, a link, or a note in words; exactly one of the three carries it."""
    refuse_child_details(title=title, note=note)
    if not (file or url or note.strip()):
        raise Refused("Choose a file, give a link or write a note.", "note")
    form = Form.FILE if file else Form.LINK if url else Form.NOTE
    evidence = kept(
        Evidence(
            partnership=partnership,
            title=title.strip(),
            kind=kind,
            grade=grade or "",
            form=form,
            note=note.strip(),
            url=url,
            file_name=file.name if file else "",
            media_type=file.media_type if file else "",
            size=file.size if file else None,
            sha256=file.sha256 if file else "",
            dated_on=dated_on,
            expires_on=expires_on,
            added_on=on,
            added_by=by,
        )
    )
    bear_on(evidence=evidence, subject=subject, by=by)
    return evidence


@deed
def bear_on(*, evidence: Evidence, subject: Reference, by: User | None) -> BearsOn:
    """Says that evidence shows something of one more record. The caller has made sure that it is this partnership's."""
    known = evidence.bears_on.filter(subject_kind=subject.kind, subject_id=subject.id).first()
    return known or kept(BearsOn(evidence=evidence, subject_kind=subject.kind, subject_id=subject.id))
