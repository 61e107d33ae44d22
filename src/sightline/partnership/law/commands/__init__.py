"""Verbs of law. Editions are never rewritten, only superseded."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..models import Duty, Edition, Instrument, Provision
from ..readers import DutyLine, duty_lines, edition_lines, instrument_lines


@deed
def record_instrument(*, slug: str, name: str, kind: str, by: User | None, aliases: Sequence[str] = ()) -> Instrument:
    refuse_child_details(name=name, aliases=" ".join(aliases))
    if Instrument.objects.filter(slug=slug).exists():
        raise Refused(f"{name} is already kept. Add an edition to it.", "slug")
    instrument = kept(Instrument(slug=slug, name=name, kind=kind, aliases=list(aliases)))
    index_entry(kind="law.instrument", id=instrument.pk, partnership=None, title=name, text=" ".join(aliases))
    return instrument


@deed
def record_edition(
    *,
    instrument: Instrument,
    label: str,
    by: User | None,
    announced_on: date | None = None,
    made_on: date | None = None,
    in_force_on: date | None = None,
    superseded_on: date | None = None,
    as_published: str = "",
    what_changed: str = "",
    source: str = "",
    is_verified: bool = True,
) -> Edition:
    refuse_child_details(label=label, what_changed=what_changed)
    if instrument.editions.filter(label=label).exists():
        raise Refused(
            f"{label} is already kept. An edition is never rewritten: add the one that supersedes it.", "label"
        )
    return kept(
        Edition(
            instrument=instrument,
            label=label,
            announced_on=announced_on,
            made_on=made_on,
            in_force_on=in_force_on,
            superseded_on=superseded_on,
            as_published=as_published,
            what_changed=what_changed,
            source=source,
            is_verified=is_verified,
        )
    )


@deed
def supersede_edition(*, edition: Edition, superseded_by: Edition, on: date, by: User | None) -> Edition:
    """From `on` the newer edition stands in the older one's place."""
    if edition.pk == superseded_by.pk:
        raise Refused("An edition cannot supersede itself. Choose the newer one.", "superseded_by")
    if edition.in_force_on is not None and on < edition.in_force_on:
        raise Refused("It would be superseded before it was in force. Choose a later date.", "on")
    edition.superseded_by, edition.superseded_on = superseded_by, on
    return kept(edition)


@deed
def record_provision(*, edition: Edition, number: str, summary: str, by: User | None) -> Provision:
    refuse_child_details(summary=summary)
    return kept(Provision(edition=edition, number=number, summary=summary))


@deed
def record_duty(
    *,
    provision: Provision,
    owed_by: str,
    what: str,
    by: User | None,
    when: str = "",
    evidence: str = "",
    source: str = "",
    is_verified: bool = True,
    started_on: date | None = None,
) -> Duty:
    refuse_child_details(what=what, owed_by=owed_by, when=when, evidence=evidence)
    return kept(
        Duty(
            provision=provision,
            owed_by=owed_by,
            what=what,
            when=when,
            evidence=evidence,
            source=source,
            is_verified=is_verified,
            started_on=started_on,
        )
    )


@deed
def record_duty_under(*, edition: Edition, number: str, summary: str, by: User | None, **duty: Any) -> Duty:
    """A duty with the provision that carries it; a provision that is kept already keeps its summary."""
    provision = edition.provisions.filter(number=number).first()
    provision = provision or record_provision(edition=edition, number=number, summary=summary, by=by)
    return record_duty(provision=provision, by=by, **duty)


@deed
def load_reference(*, by: User | None) -> None:
    """The law and guidance that come with Sightline. What is already kept stays as it is, so it can be run at every start."""
    instruments = {i.slug: i for i in Instrument.objects.all()}
    for line in instrument_lines():
        if line.slug not in instruments:
            instruments[line.slug] = record_instrument(
                slug=line.slug, name=line.name, kind=line.kind, aliases=line.aliases, by=by
            )
    _load_editions(instruments, by)
    _load_duties(by)


def _load_editions(instruments: dict[str, Instrument], by: User | None) -> None:
    editions = {(e.instrument.slug, e.label): e for e in Edition.objects.select_related("instrument")}
    added = []
    for line in edition_lines():
        if (line.instrument, line.label) in editions:
            continue
        editions[line.instrument, line.label] = record_edition(
            instrument=instruments[line.instrument],
            label=line.label,
            announced_on=line.announced_on,
            made_on=line.made_on,
            in_force_on=line.in_force_on,
            as_published=line.as_published,
            what_changed=line.what_changed,
            source=line.source,
            is_verified=line.is_verified,
            by=by,
        )
        added.append(line)
    for line in added:
        if line.superseded_by and line.superseded_on:
            older, newer = editions[line.instrument, line.label], editions[line.superseded_by]
            supersede_edition(edition=older, superseded_by=newer, on=line.superseded_on, by=by)


def _load_duties(by: User | None) -> None:
    for line in duty_lines():
        edition = Edition.objects.get(instrument__slug=line.instrument, label=line.edition)
        if edition.provisions.filter(number=line.number).exists():
            _date_duty(edition, line)
            continue
        provision = record_provision(edition=edition, number=line.number, summary=line.summary, by=by)
        record_duty(
            provision=provision,
            owed_by=line.owed_by,
            what=line.what,
            when=line.when,
            evidence=line.evidence,
            started_on=line.started_on,
            source=line.source,
            is_verified=line.is_verified,
            by=by,
        )


def _date_duty(edition: Edition, line: DutyLine) -> None:
    """Duties that were loaded before they had a day of their own get it."""
    for duty in Duty.objects.filter(provision__edition=edition, provision__number=line.number, started_on__isnull=True):
        if line.started_on is not None and duty.what == line.what:
            duty.started_on = line.started_on
            kept(duty)
