"""Organisations, and one with its names, standing, areas, successors and posts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.models import Post
from sightline.partnership.directory.queries import OrganisationFacts, OrganisationRow

from ..domain import SECTOR_LABELS, Sector
from ..domain.dates import is_running, last_day_of
from ..domain.roles import role_words
from .words import period, said, source_cell

Href = Callable[[int], str]


def organisation_href(slug: str, pk: int) -> str:
    return reverse("directory:organisation", args=[slug, pk])


def organisations_table(rows: Sequence[OrganisationRow], slug: str, path: str) -> Table:
    return Table(
        caption="Organisations",
        caption_hidden=True,
        columns=(
            Column("name", "Name"),
            Column("sector", "Sector"),
            Column("standing", "In these arrangements"),
            Column("posts", "Posts", numeric=True),
        ),
        rows=tuple(_organisation_row(body, slug) for body in rows),
        filters=(
            Filter("standing", "In these arrangements"),
            Filter("sector", "Sector"),
            Filter("kept", "Kept by", (("own", "This partnership"), ("shared", "All partnerships"))),
        ),
        searchable=True,
        export_href=path,
        empty="No organisation is recorded yet.",
    )


def ours(rows: Sequence[OrganisationRow]) -> list[OrganisationRow]:
    """Of the bodies that all partnerships share, those that have a standing or a post here; and all of its own."""
    return [body for body in rows if not body.is_shared or body.standings or body.posts]


def organisation_tabs(every: bool, path: str) -> list[dict[str, Any]]:
    return [
        {"text": "In this partnership", "href": path, "current": not every},
        {"text": "All that are shared", "href": f"{path}?show=all", "current": every},
    ]


def _organisation_row(body: OrganisationRow, slug: str) -> Row:
    name = Cell(text=body.name, href=organisation_href(slug, body.id), note=body.abbreviation)
    facets = {"standing": list(body.standings), "kept": "shared" if body.is_shared else "own"}
    return row(name, body.sector, ", ".join(body.standings), body.posts, facets=facets)


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    id: int
    name: str
    sector: str
    is_shared: bool
    is_verified: bool
    ended: str
    facts: tuple[dict[str, Any], ...]
    tables: tuple[Table, ...]
    services: tuple[dict[str, str], ...]
    breadcrumbs: tuple[dict[str, str], ...]


def organisation_page(
    facts: OrganisationFacts, posts: Sequence[Post], scope: Partnership, on: date, may_keep: bool
) -> OrganisationPage:
    body, slug = facts.organisation, scope.slug
    tables = (
        _standings(facts, slug, may_keep),
        _posts(posts, slug, on),
        other_names(facts),
        areas_served(facts, on, slug if may_keep and body.partnership_id == scope.pk else ""),
        successions(facts, lambda pk: organisation_href(slug, pk)),
    )
    return OrganisationPage(
        body.pk,
        facts.name,
        SECTOR_LABELS[Sector(body.sector)],
        body.partnership_id is None,
        body.is_verified,
        f"It ended on {period(None, body.ended_on).removeprefix('until ')}." if _has_ended(facts, on) else "",
        tuple(facts_of(facts, lambda pk: organisation_href(slug, pk))),
        tuple(table for number, table in enumerate(tables) if table.rows or number < 2),
        tuple({"text": name, "href": organisation_href(slug, pk)} for pk, name in facts.services),
        ({"text": "Organisations", "href": reverse("directory:organisations", args=[slug])}, {"text": facts.name}),
    )


def _has_ended(facts: OrganisationFacts, on: date) -> bool:
    return facts.organisation.ended_on is not None and facts.organisation.ended_on <= on


def facts_of(facts: OrganisationFacts, href: Href) -> list[dict[str, Any]]:
    body = facts.organisation
    present = body.name if body.name != facts.name else ""
    lines = [
        {"term": "Now called", "value": present},
        {"term": "Abbreviation", "value": body.abbreviation},
        {
            "term": "Part of",
            "value": facts.parent,
            "href": href(body.parent_id) if body.parent_id else "",
        },
        {"term": "Running", "value": period(body.started_on, body.ended_on)},
        *({"term": scheme, "value": value} for scheme, value in facts.identifiers),
        _source(body.source, body.is_verified),
    ]
    return [line for line in lines if line["value"]]


def _source(source: str, is_verified: bool) -> dict[str, Any]:
    cell = source_cell(source, is_verified)
    return {"term": "Source", "value": cell.text, "href": cell.href, "note": cell.note}


def _standings(facts: OrganisationFacts, slug: str, may_keep: bool) -> Table:
    columns = [
        Column("standing", "In these arrangements"),
        Column("category", "Category"),
        Column("when", "When"),
        Column("edition", "By"),
    ]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    rows = []
    for line in facts.standings:
        cells = [line.label, line.category, period(line.started_on, line.ended_on), line.edition]
        if may_keep:
            href = reverse("directory:end_standing", args=[slug, line.id])
            cells.append(Cell() if line.ended_on else Cell(text="End", href=href, hidden=line.label))
        rows.append(row(*cells))
    return Table(
        caption="What it is in these arrangements",
        columns=tuple(columns),
        rows=tuple(rows),
        name="standing",
        page_size=0,
        empty="Nothing says what this organisation is in the partnership’s arrangements.",
    )


def _posts(posts: Sequence[Post], slug: str, on: date) -> Table:
    return Table(
        caption="Posts",
        columns=(Column("title", "Post"), Column("holder", "Held by"), Column("role", "Statutory or lead role")),
        rows=tuple(_post_row(post, slug, on) for post in posts),
        name="posts",
        empty="No post of this organisation is recorded.",
    )


def _post_row(post: Post, slug: str, on: date) -> Row:
    holders = [h.person.name for h in post.holdings.all() if is_running(h.started_on, h.ended_on, on)]
    held = Cell(text=", ".join(holders)) if holders else Cell(text="Vacant", tag="red")
    title = Cell(text=post.title, href=reverse("directory:post", args=[slug, post.pk]))
    return row(title, held, role_words(post.role, last_day_of(post.ended_on, on)))


def other_names(facts: OrganisationFacts) -> Table:
    rows = (
        row(n.name, "Former name" if n.ended_on else "Also known as", period(n.started_on, n.ended_on))
        for n in facts.names
    )
    columns = (Column("name", "Name"), Column("kind", "Kind"), Column("when", "When"))
    return Table(caption="Other names", columns=columns, rows=tuple(rows), name="names", page_size=0)


def areas_served(facts: OrganisationFacts, on: date, slug: str = "") -> Table:
    """With `slug` the table leads to where an area is ended, on the pages of that partnership."""
    columns = [Column("area", "Area"), Column("when", "When")]
    if slug:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    rows = []
    for s in facts.serves:
        cells: list[Any] = [s.area, period(s.started_on, s.ended_on)]
        if slug:
            href = reverse("directory:end_service_area", args=[slug, s.id])
            cells.append(Cell() if s.ended_on else Cell(text="End", href=href, hidden=str(s.area)))
        rows.append(row(*cells, emphasis="" if is_running(s.started_on, s.ended_on, on) else "muted"))
    return Table(caption="Areas served", columns=tuple(columns), rows=tuple(rows), name="areas", page_size=0)


def successions(facts: OrganisationFacts, href: Href) -> Table:
    rows = (
        row(
            s.text,
            Cell(text=s.other, href=href(s.other_id)),
            said(s.on),
            source_cell(s.source, True),
        )
        for s in facts.successions
    )
    columns = (Column("what", "What"), Column("other", "Organisation"), Column("on", "On"), Column("source", "Source"))
    return Table(caption="Before and after", columns=columns, rows=tuple(rows), name="successions", page_size=0)
