"""Statutory and lead roles: held by whom, or vacant; and the areas with their geographies."""

from collections.abc import Sequence

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.queries import AreaRow, RoleNeeded

from ..domain import AREA_KIND_LABELS, AreaKind
from .people import person_href
from .words import doubted, said, source_cell

NAMED_AT_MOST = 13


def roles_table(rows: Sequence[RoleNeeded], slug: str, path: str) -> Table:
    return Table(
        caption="Statutory and lead roles",
        caption_hidden=True,
        columns=(
            Column("role", "Role"),
            Column("where", "For"),
            Column("holder", "Held by"),
            Column("since", "Since"),
            Column("post", "Post"),
            Column("authority", "Asked for by"),
        ),
        rows=tuple(_role_row(line, slug) for line in rows),
        filters=(
            Filter("state", "Show", (("vacant", "Vacant"), ("held", "Held"))),
            Filter("where", "For"),
        ),
        searchable=True,
        export_href=path,
        page_size=0,
        empty="No area is recorded for this partnership, so no role can be looked for.",
        note="A post without an area answers for every area. Unverified: the source was not seen in the original.",
    )


def _role_row(line: RoleNeeded, slug: str) -> Row:
    return row(
        line.role.label,
        line.where,
        _holder(line, slug),
        Cell(text=said(line.holders[0].since), value=line.holders[0].since)
        if line.holders and line.holders[0].since
        else Cell(),
        _post(line, slug),
        Cell(
            text=line.role.authority,
            href=line.role.source,
            note="" if line.role.is_verified else "unverified",
        ),
        facets={"state": "vacant" if line.is_vacant else "held"},
    )


def _holder(line: RoleNeeded, slug: str) -> Cell:
    if line.is_vacant:
        note = "the post is empty" if line.post_id else "no post is recorded for it"
        return Cell(text="Vacant", tag="red", note=note)
    first, *rest = line.holders
    notes = [first.kind, *(f"and {h.name}{f' ({h.kind.lower()})' if h.kind else ''}" for h in rest)]
    return Cell(text=first.name, href=person_href(slug, first.person_id), note=" ".join(filter(None, notes)))


def _post(line: RoleNeeded, slug: str) -> Cell:
    if line.post_id is None:
        return Cell()
    return Cell(text=line.post, href=reverse("directory:post", args=[slug, line.post_id]), note=line.organisation)


def role_counts(rows: Sequence[RoleNeeded], path: str) -> list[dict[str, object]]:
    vacant = sum(line.is_vacant for line in rows)
    return [
        {"number": vacant, "text": "vacant", "href": f"{path}?state=vacant"},
        {"number": len(rows) - vacant, "text": "held", "href": f"{path}?state=held"},
    ]


def areas_table(rows: Sequence[AreaRow], path: str, own: frozenset[str]) -> Table:
    return Table(
        caption="Areas",
        caption_hidden=True,
        columns=(
            Column("name", "Area"),
            Column("kind", "Kind"),
            Column("within", "Lies in"),
            Column("parts", "Contains"),
            Column("children", "Children (0 to 17)", numeric=True),
            Column("code", "Code"),
            Column("source", "Source"),
        ),
        rows=tuple(_area_row(area, own) for area in rows),
        filters=(
            Filter("kind", "Kind"),
            Filter("ours", "Show", (("ours", "Covered by this partnership"),)),
        ),
        searchable=True,
        sort="name",
        export_href=path,
        empty="No area is recorded.",
        note="Names, boundaries and what lies in what are those of the date above. Children: mid-2024 estimates.",
    )


def _area_row(area: AreaRow, own: frozenset[str]) -> Row:
    return row(
        area.name,
        AREA_KIND_LABELS[AreaKind(area.kind)],
        ", ".join(doubted(name, is_verified) for name, is_verified in area.within),
        _parts(area),
        area.population_0_17,
        area.code,
        source_cell(area.source, area.is_verified),
        facets={"ours": "ours" if area.name in own else ""},
    )


def _parts(area: AreaRow) -> str:
    """By name while they can be read at a glance, else how many."""
    return ", ".join(area.parts) if len(area.parts) <= NAMED_AT_MOST else f"{len(area.parts)} areas"
