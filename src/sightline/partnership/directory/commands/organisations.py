"""Verbs of organisations: what they are called and were, what succeeded them, where they serve, what they are in law."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain import Sector, Standing, SuccessionKind
from sightline.partnership.directory.domain.dates import overlap
from sightline.partnership.directory.models import (
    Area,
    Identifier,
    Organisation,
    OrganisationName,
    Serves,
    StandingInPartnership,
    Succession,
)
from sightline.partnership.law.models import Edition

CORRECTABLE = ("name", "abbreviation", "sector", "parent", "started_on", "source", "is_verified")


@deed
def record_organisation(
    *,
    name: str,
    by: User | None,
    partnership: Partnership | None = None,
    sector: Sector = Sector.OTHER,
    abbreviation: str = "",
    parent: Organisation | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
    is_verified: bool = True,
) -> Organisation:
    """Without `partnership` a public body that all partnerships share, held once."""
    name = " ".join(name.split())
    if Organisation.objects.filter(partnership=partnership, name__iexact=name).exists():
        raise Refused(f"{name} is already in the directory. Use that organisation.", "name")
    return _found(
        kept(
            Organisation(
                partnership=partnership,
                name=name,
                sector=sector,
                abbreviation=abbreviation,
                parent=parent,
                started_on=started_on,
                ended_on=ended_on,
                source=source,
                is_verified=is_verified,
            )
        )
    )


def _found(organisation: Organisation) -> Organisation:
    """In search by every name that all may know; a name of one partnership's papers stays with that partnership."""
    names = organisation.names.filter(partnership=organisation.partnership).values_list("name", flat=True)
    index_entry(
        kind="directory.organisation",
        id=organisation.pk,
        partnership=organisation.partnership,
        title=organisation.name,
        text=" ".join(filter(None, (organisation.abbreviation, *names))),
    )
    return organisation


@deed
def rename_organisation(*, organisation: Organisation, name: str, on: date, by: User | None) -> Organisation:
    """A new name from `on`; the old one is kept as the name it had until then."""
    name = " ".join(name.split())
    if name == organisation.name:
        raise Refused(f"The organisation is already called {name}. Enter its new name.", "name")
    _keep_old_name(organisation, on)
    organisation.name = name
    return _found(kept(organisation))


def _keep_old_name(organisation: Organisation, on: date) -> None:
    named_since = (
        organisation.names.filter(ended_on__isnull=False).order_by("-ended_on").values_list("ended_on", flat=True)
    )
    since = named_since.first() or organisation.started_on
    if since is not None and on <= since:
        raise Refused("The new name must start after the present one did. Choose a later date.", "on")
    old, _ = OrganisationName.objects.get_or_create(organisation=organisation, name=organisation.name)
    old.started_on, old.ended_on, old.partnership = since, on, organisation.partnership
    kept(old)


@deed
def correct_organisation(*, organisation: Organisation, by: User | None, **changes: Any) -> Organisation:
    """Mends what was wrong from the start. A name that changed on a day is a renaming, not a correction."""
    for name, value in changes.items():
        if name not in CORRECTABLE:
            raise ValueError(f"{name} is not corrected here")
        setattr(organisation, name, value)
    if organisation.parent_id is not None and organisation.parent_id == organisation.pk:
        raise Refused("An organisation cannot be a part of itself. Choose another one.", "parent")
    return _found(kept(organisation))


@deed
def end_organisation(*, organisation: Organisation, on: date, by: User | None) -> Organisation:
    if organisation.started_on is not None and on < organisation.started_on:
        raise Refused("The organisation would end before it started. Choose a later date.", "on")
    organisation.ended_on = on
    return kept(organisation)


@deed
def name_also(
    *,
    organisation: Organisation,
    name: str,
    by: User | None,
    partnership: Partnership | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> OrganisationName:
    """Another name by which papers know it; with `partnership`, only that partnership's papers."""
    name = " ".join(name.split())
    if organisation.names.filter(name__iexact=name).exists() or name == organisation.name:
        raise Refused(f"{name} is already a name of {organisation.name}.", "name")
    row = kept(
        OrganisationName(
            organisation=organisation, partnership=partnership, name=name, started_on=started_on, ended_on=ended_on
        )
    )
    _found(organisation)
    return row


@deed
def record_identifier(*, organisation: Organisation, scheme: str, value: str, by: User | None) -> Identifier:
    """One number in each public scheme; a number given again replaces the wrong one."""
    row = organisation.identifiers.filter(scheme=scheme).first() or Identifier(organisation=organisation, scheme=scheme)
    row.value = value.strip()
    return kept(row)


@deed
def record_succession(
    *,
    predecessor: Organisation,
    successor: Organisation,
    kind: SuccessionKind,
    on: date,
    by: User | None,
    source: str = "",
) -> Succession:
    """Ends the predecessor on that day, unless an end is already recorded."""
    if predecessor.pk == successor.pk:
        raise Refused("An organisation cannot succeed itself. Choose the one that came after.", "successor")
    if predecessor.ended_on is None:
        predecessor.ended_on = on
        kept(predecessor)
    return kept(Succession(predecessor=predecessor, successor=successor, kind=kind, on=on, source=source))


@deed
def record_service_area(
    *,
    organisation: Organisation,
    area: Area,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> Serves:
    for row in organisation.serves.filter(area=area):
        if overlap((row.started_on, row.ended_on), (started_on, ended_on)):
            raise Refused(f"{organisation} is already recorded as serving {area} at that time.", "area")
    return kept(Serves(organisation=organisation, area=area, started_on=started_on, ended_on=ended_on))


@deed
def end_service_area(*, serves: Serves, on: date, by: User | None) -> Serves:
    if serves.started_on is not None and on <= serves.started_on:
        raise Refused("It would end before it began. Choose a later last day.", "last_day")
    serves.ended_on = on
    return kept(serves)


@deed
def state_standing(
    *,
    partnership: Partnership,
    organisation: Organisation,
    standing: Standing,
    by: User | None,
    category: str = "",
    edition: Edition | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
) -> StandingInPartnership:
    """What the body is in this partnership's arrangements, from a day."""
    if organisation.partnership_id not in (None, partnership.pk):
        raise Refused("That organisation belongs to another partnership. Choose one of your own.", "organisation")
    same = StandingInPartnership.objects.filter(partnership=partnership, organisation=organisation, standing=standing)
    for row in same:
        if overlap((row.started_on, row.ended_on), (started_on, ended_on)):
            raise Refused(f"{organisation} already has this standing at that time. End that one first.", "standing")
    return kept(
        StandingInPartnership(
            partnership=partnership,
            organisation=organisation,
            standing=standing,
            category=category,
            edition=edition,
            started_on=started_on,
            ended_on=ended_on,
            source=source,
        )
    )


@deed
def end_standing(*, standing: StandingInPartnership, on: date, by: User | None) -> StandingInPartnership:
    standing.ended_on = on
    return kept(standing)
