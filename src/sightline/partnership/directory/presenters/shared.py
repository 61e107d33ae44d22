"""The directory that all partnerships share, as administrators keep it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.models import Area, AreaPart, Organisation
from sightline.partnership.directory.queries import AreaRow, OrganisationFacts

from ..domain import AREA_KIND_LABELS, SECTOR_LABELS, AreaKind, Sector
from .organisations import areas_served, facts_of, other_names, successions
from .words import doubted, period, source_cell


def shared_href(pk: int) -> str:
    return reverse("directory:shared_organisation", args=[pk])


def shared_tabs(current: str) -> list[dict[str, Any]]:
    pages = (("Public bodies", "shared_organisations"), ("Areas", "shared_areas"))
    return [{"text": text, "href": reverse(f"directory:{name}"), "current": name == current} for text, name in pages]


def shared_table(bodies: Iterable[Organisation], path: str) -> Table:
    return Table(
        caption="Public bodies",
        caption_hidden=True,
        columns=(
            Column("name", "Name"),
            Column("sector", "Sector"),
            Column("when", "Running"),
            Column("source", "Source"),
        ),
        rows=tuple(_body_row(body) for body in bodies),
        filters=(Filter("sector", "Sector"), Filter("checked", "Checked")),
        searchable=True,
        export_href=path,
        empty="No public body is recorded yet.",
    )


def _body_row(body: Organisation) -> Row:
    return row(
        Cell(text=body.name, href=shared_href(body.pk), note=body.abbreviation),
        SECTOR_LABELS[Sector(body.sector)],
        period(body.started_on, body.ended_on),
        source_cell(body.source, body.is_verified),
        facets={"checked": "Checked" if body.is_verified else "Unverified"},
    )


@dataclass(frozen=True, slots=True)
class SharedPage:
    id: int
    name: str
    sector: str
    facts: tuple[dict[str, Any], ...]
    tables: tuple[Table, ...]
    breadcrumbs: tuple[dict[str, str], ...]


def shared_page(facts: OrganisationFacts, on: date) -> SharedPage:
    body = facts.organisation
    tables = (other_names(facts), areas_served(facts, on), successions(facts, shared_href))
    return SharedPage(
        body.pk,
        facts.name,
        SECTOR_LABELS[Sector(body.sector)],
        tuple(facts_of(facts, shared_href)),
        tuple(table for table in tables if table.rows),
        ({"text": "Public bodies", "href": reverse("directory:shared_organisations")}, {"text": facts.name}),
    )


def shared_areas_table(areas: Sequence[AreaRow], path: str) -> Table:
    return Table(
        caption="Areas",
        caption_hidden=True,
        columns=(Column("name", "Area"), Column("kind", "Kind"), Column("within", "Lies in"), Column("code", "Code")),
        rows=tuple(_area_row(area) for area in areas),
        filters=(Filter("kind", "Kind"),),
        searchable=True,
        sort="name",
        export_href=path,
        empty="No area is recorded yet.",
    )


def _area_row(area: AreaRow) -> Row:
    within = ", ".join(doubted(name, is_verified) for name, is_verified in area.within)
    name = Cell(text=doubted(area.name, area.is_verified), href=reverse("directory:shared_area", args=[area.id]))
    return row(name, AREA_KIND_LABELS[AreaKind(area.kind)], within, area.code)


@dataclass(frozen=True, slots=True)
class AreaPage:
    id: int
    name: str
    kind: str
    facts: tuple[dict[str, Any], ...]
    table: Table
    breadcrumbs: tuple[dict[str, str], ...]


def area_page(area: Area, placings: Iterable[AreaPart]) -> AreaPage:
    source = source_cell(area.source, area.is_verified)
    facts = (
        {"term": "Code", "value": area.code},
        {"term": "Running", "value": period(area.started_on, area.ended_on)},
        {"term": "Children (0 to 17)", "value": f"{area.population_0_17:,}" if area.population_0_17 else ""},
        {"term": "Source", "value": source.text, "href": source.href, "note": source.note},
    )
    return AreaPage(
        area.pk,
        area.name,
        AREA_KIND_LABELS[AreaKind(area.kind)],
        tuple(fact for fact in facts if fact["value"]),
        _placings_table(placings),
        ({"text": "Areas", "href": reverse("directory:shared_areas")}, {"text": area.name}),
    )


def _placings_table(placings: Iterable[AreaPart]) -> Table:
    return Table(
        caption="What it lies in",
        columns=(
            Column("whole", "Area"),
            Column("when", "When"),
            Column("source", "Source"),
            Column("change", "Change", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_placing_row(placing) for placing in placings),
        page_size=0,
        empty="Nothing says what this area lies in.",
    )


def _placing_row(placing: AreaPart) -> Row:
    href = reverse("directory:take_area_out", args=[placing.pk])
    return row(
        placing.whole.name,
        period(placing.started_on, placing.ended_on),
        source_cell(placing.source, placing.is_verified),
        Cell() if placing.ended_on else Cell(text="End", href=href, hidden=f"lying in {placing.whole.name}"),
    )
