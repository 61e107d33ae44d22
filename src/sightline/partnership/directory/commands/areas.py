"""Verbs of areas: geography that all partnerships share."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain import AreaKind
from sightline.partnership.directory.models import Area, AreaPart


@deed
def record_area(
    *,
    code: str,
    name: str,
    kind: AreaKind,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
    population_0_17: int | None = None,
    source: str = "",
    is_verified: bool = True,
) -> Area:
    if Area.objects.filter(code=code).exists():
        raise Refused(f"There is already an area with the code {code}. Correct that one instead.", "code")
    return kept(
        Area(
            code=code,
            name=name,
            kind=kind,
            started_on=started_on,
            ended_on=ended_on,
            population_0_17=population_0_17,
            source=source,
            is_verified=is_verified,
        )
    )


@deed
def place_area_in(
    *,
    part: Area,
    whole: Area,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
    is_verified: bool = True,
) -> AreaPart:
    if part.pk == whole.pk:
        raise Refused("An area cannot lie in itself. Choose the larger area.", "whole")
    return kept(
        AreaPart(
            part=part, whole=whole, started_on=started_on, ended_on=ended_on, source=source, is_verified=is_verified
        )
    )


@deed
def take_area_out(*, placing: AreaPart, on: date, by: User | None) -> AreaPart:
    """From `on` the part no longer lies in the whole; that it did is kept."""
    placing.ended_on = on
    return kept(placing)
