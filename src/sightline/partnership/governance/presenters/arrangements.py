"""The partnership itself: who is in it, where, since when, and what it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.domain import Tier
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.domain.dates import is_running
from sightline.partnership.directory.presenters.words import period, said, source_cell
from sightline.partnership.governance.queries import BeforeOrAfter, CoveredRow, PartnerRow

TIER_LABELS = {
    Tier.BOROUGH: "Local arrangements",
    Tier.SUB_REGIONAL: "Across several partnerships",
    Tier.REGIONAL: "Regional",
    Tier.NATIONAL: "National",
}


@dataclass(frozen=True, slots=True)
class ArrangementsPage:
    name: str
    tier: str
    is_verified: bool
    facts: tuple[dict[str, Any], ...]
    areas: Table
    partners: Table
    history: Table | None


def arrangements_page(
    scope: Partnership,
    areas: Sequence[CoveredRow],
    partners: Sequence[PartnerRow],
    history: Sequence[BeforeOrAfter],
    on: date,
    may_keep: bool,
) -> ArrangementsPage:
    source = source_cell(scope.source, scope.is_verified)
    facts = (
        {"term": "Running", "value": period(scope.started_on, scope.ended_on)},
        {"term": "Overseen by", "value": scope.overseen_by.name if scope.overseen_by else ""},
        {"term": "Source", "value": source.text, "href": source.href, "note": source.note},
    )
    return ArrangementsPage(
        scope.name,
        TIER_LABELS[Tier(scope.tier)],
        scope.is_verified,
        tuple(fact for fact in facts if fact["value"]),
        _areas_table(areas, scope.slug, on, may_keep),
        _partners_table(partners, scope.slug, on),
        _history_table(history) if history else None,
    )


def _areas_table(areas: Sequence[CoveredRow], slug: str, on: date, may_keep: bool) -> Table:
    columns = [Column("area", "Area"), Column("when", "When"), Column("source", "Source")]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Areas covered",
        columns=tuple(columns),
        rows=tuple(_area_row(a, slug, on, may_keep) for a in areas if a.started_on is None or a.started_on <= on),
        name="areas",
        page_size=0,
        empty="No area is recorded. Roles that law asks for in each area cannot be looked for until there is one.",
    )


def _area_row(area: CoveredRow, slug: str, on: date, may_keep: bool) -> Row:
    cells = [area.area, period(area.started_on, area.ended_on), source_cell(area.source, area.is_verified)]
    if may_keep:
        href = reverse("governance:stop_covering_area", args=[slug, area.id])
        cells.append(Cell() if area.ended_on else Cell(text="End", href=href, hidden=f"covering {area.area}"))
    return row(*cells, emphasis="" if is_running(area.started_on, area.ended_on, on) else "muted")


def _partners_table(partners: Sequence[PartnerRow], slug: str, on: date) -> Table:
    return Table(
        caption="Who is in the arrangements",
        columns=(
            Column("name", "Organisation"),
            Column("standing", "As"),
            Column("category", "Category"),
            Column("when", "When"),
        ),
        rows=tuple(_partner_row(partner, slug, on) for partner in partners),
        name="partners",
        filters=(Filter("standing", "As"), Filter("now", "Show", (("now", "On this date"), ("past", "Before")))),
        empty="Nobody is recorded. Say on an organisation’s page what it is in these arrangements.",
    )


def _partner_row(partner: PartnerRow, slug: str, on: date) -> Row:
    running = is_running(partner.started_on, partner.ended_on, on)
    return row(
        Cell(text=partner.name, href=reverse("directory:organisation", args=[slug, partner.organisation_id])),
        partner.standing,
        partner.category,
        period(partner.started_on, partner.ended_on),
        facets={"now": "now" if running else "past"},
        emphasis="" if running else "muted",
    )


def _history_table(history: Sequence[BeforeOrAfter]) -> Table:
    return Table(
        caption="Before and after",
        columns=(
            Column("what", "What"),
            Column("other", "Partnership"),
            Column("on", "On"),
            Column("source", "Source"),
        ),
        rows=tuple(row(h.words, h.other, said(h.on), source_cell(h.source, True)) for h in history),
        name="history",
        page_size=0,
    )
