"""Areas and what lies in what on a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sightline.partnership.directory.models import Area, AreaPart

from .running import running_on


@dataclass(frozen=True, slots=True)
class AreaRow:
    id: int
    code: str
    name: str
    kind: str
    population_0_17: int | None
    within: tuple[tuple[str, bool], ...]  # (name, whether the source was checked) of each larger area
    parts: tuple[str, ...]
    source: str
    is_verified: bool
    started_on: date | None
    ended_on: date | None


def areas_in(whole: Area, day: date) -> QuerySet[Area]:
    return Area.objects.filter(pk__in=AreaPart.objects.filter(running_on(day), whole=whole).values("part"))


def wholes_of(area: Area, day: date) -> QuerySet[Area]:
    return Area.objects.filter(pk__in=AreaPart.objects.filter(running_on(day), part=area).values("whole"))


def area_rows(day: date) -> list[AreaRow]:
    """Every area that exists on a day, with what it lies in and what lies in it; two queries."""
    within: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    parts: dict[int, list[str]] = defaultdict(list)
    placings = AreaPart.objects.filter(running_on(day)).select_related("whole", "part")
    for placing in placings.order_by("whole__name", "part__name"):
        within[placing.part_id].append((placing.whole.name, placing.is_verified))
        parts[placing.whole_id].append(placing.part.name)
    return [
        AreaRow(
            area.pk,
            area.code,
            area.name,
            area.kind,
            area.population_0_17,
            tuple(within[area.pk]),
            tuple(parts[area.pk]),
            area.source,
            area.is_verified,
            area.started_on,
            area.ended_on,
        )
        for area in Area.objects.filter(running_on(day))
    ]
