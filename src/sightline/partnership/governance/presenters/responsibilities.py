"""The matrix of responsibilities: who leads, who contributes, who oversees; nobody and two stand out in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.domain.dates import is_running
from sightline.partnership.directory.presenters.words import period, source_cell
from sightline.partnership.governance.domain import PART_LABELS, Part
from sightline.partnership.governance.models import Responsibility, ResponsibilityHeld
from sightline.partnership.governance.queries import HolderRow, ResponsibilityRow


def matrix_table(rows: Sequence[ResponsibilityRow], slug: str, path: str, may_keep: bool) -> Table:
    columns = [
        Column("what", "Responsibility"),
        Column("leads", "Leads"),
        Column("contributes", "Contributes"),
        Column("oversees", "Oversees"),
        Column("source", "Source"),
    ]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Roles and responsibilities",
        caption_hidden=True,
        columns=tuple(columns),
        rows=tuple(_row(line, slug, may_keep) for line in rows),
        filters=(
            Filter("state", "Show", (("nobody", "Nobody leads"), ("two", "Two or more lead"), ("one", "One leads"))),
        ),
        searchable=True,
        export_href=path,
        page_size=0,
        empty="No responsibility is recorded yet. Add the first one, then say who holds it.",
    )


def _row(line: ResponsibilityRow, slug: str, may_keep: bool) -> Row:
    state = "nobody" if line.is_led_by_nobody else "two" if line.has_two_leaders else "one"
    cells = [
        Cell(text=line.title, note=line.detail),
        _leaders(line),
        _names(line.taking(Part.CONTRIBUTES)),
        _names(line.taking(Part.OVERSEES)),
        source_cell(line.source, True),
    ]
    if may_keep:
        href = reverse("governance:responsibility", args=[slug, line.id])
        cells.append(Cell(text="Change", href=href, hidden=f"who holds {line.title}"))
    return row(*cells, facets={"state": state})


def _leaders(line: ResponsibilityRow) -> Cell:
    leaders = line.taking(Part.LEADS)
    if not leaders:
        return Cell(text="Nobody", tag="red")
    note = f"{len(leaders)} lead: who decides?" if line.has_two_leaders else ""
    return Cell(text=_names(leaders), note=note)


def _names(holders: Sequence[HolderRow]) -> str:
    return ", ".join(holder.name for holder in holders)


def matrix_counts(rows: Sequence[ResponsibilityRow], path: str) -> list[dict[str, object]]:
    nobody = sum(line.is_led_by_nobody for line in rows)
    two = sum(line.has_two_leaders for line in rows)
    return [
        {"number": nobody, "text": "that nobody leads", "href": f"{path}?state=nobody"},
        {"number": two, "text": "that two or more lead", "href": f"{path}?state=two"},
        {"number": len(rows), "text": "in all", "href": path},
    ]


@dataclass(frozen=True, slots=True)
class ResponsibilityPage:
    id: int
    title: str
    detail: str
    source: Cell
    table: Table
    breadcrumbs: tuple[dict[str, str], ...]


def responsibility_page(
    line: Responsibility, held: Sequence[ResponsibilityHeld], scope: Partnership, on: date, may_keep: bool
) -> ResponsibilityPage:
    crumbs = (
        {"text": "Responsibilities", "href": reverse("governance:responsibilities", args=[scope.slug])},
        {"text": line.title},
    )
    table = _held_table(held, scope.slug, on, may_keep)
    return ResponsibilityPage(line.pk, line.title, line.detail, source_cell(line.source, True), table, crumbs)


def _held_table(held: Sequence[ResponsibilityHeld], slug: str, on: date, may_keep: bool) -> Table:
    columns = [Column("who", "Who"), Column("part", "Part"), Column("when", "When"), Column("source", "Source")]
    if may_keep:
        columns.append(Column("change", "Change", sortable=False, export=False, hidden_title=True))
    return Table(
        caption="Who holds it",
        columns=tuple(columns),
        rows=tuple(_held_row(h, slug, on, may_keep) for h in held if h.started_on is None or h.started_on <= on),
        page_size=0,
        empty="Nobody holds this responsibility.",
    )


def _held_row(held: ResponsibilityHeld, slug: str, on: date, may_keep: bool) -> Row:
    holder = held.organisation or held.board or held.post
    cells = [
        str(holder),
        PART_LABELS[Part(held.part)],
        period(held.started_on, held.ended_on),
        source_cell(held.source, True),
    ]
    if may_keep:
        href = reverse("governance:end_responsibility_held", args=[slug, held.pk])
        cells.append(Cell() if held.ended_on else Cell(text="End", href=href, hidden=f"the part of {holder}"))
    return row(*cells, emphasis="" if is_running(held.started_on, held.ended_on, on) else "muted")
