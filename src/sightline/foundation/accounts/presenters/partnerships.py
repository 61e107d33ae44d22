"""The partnerships of an installation, with who runs each."""

from collections.abc import Iterable

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Table, row

from ..domain import TIER_LABELS, Tier
from ..models import Partnership


def partnerships_table(rows: Iterable[tuple[Partnership, list[str]]], path: str) -> Table:
    """`rows`: each partnership with the names of its business managers today."""
    return Table(
        caption="Partnerships of this installation",
        caption_hidden=True,
        columns=(
            Column("name", "Partnership"),
            Column("tier", "Covers"),
            Column("region", "Region"),
            Column("managers", "Business manager"),
        ),
        rows=tuple(
            row(
                Cell(text=p.name, href=reverse("accounts:people", args=[p.slug])),
                TIER_LABELS[Tier(p.tier)],
                p.overseen_by.short_name if p.overseen_by else "",
                ", ".join(managers) or Cell(text="Nobody yet", tag="yellow"),
            )
            for p, managers in rows
        ),
        filters=(Filter("tier", "Covers"), Filter("region", "Region")),
        searchable=True,
        export_href=path,
        empty="No partnership has been set up yet.",
    )
