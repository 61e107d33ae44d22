"""Plans of a region side by side, and the formats that it keeps."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.presenters.words import period, said

from ..domain import JUDGEMENT_LABELS, OBLIGATION_LABELS, Judgement, Obligation
from ..domain.plans import PlanState
from ..models import PlanFormat
from ..queries import PlanRow, key_of
from ..queries.plans import FormatKey
from .frame import region_places
from .plans import basis_words, state_cell
from .region import RegionPage

HAS_ONE = frozenset(
    {PlanState.ACCEPTED, PlanState.UNDER_REVIEW, PlanState.STALE, PlanState.RETURNED, PlanState.EXPIRED}
)


def plans_matrix(
    found: Mapping[tuple[int, FormatKey], PlanRow],
    formats: Sequence[PlanFormat],
    partnerships: Sequence[Partnership],
    shared: Collection[int],
    on: date,
    path: str,
) -> RegionPage:
    """Partnerships down, plans across: who has one, how good it was found, sent in again, or none."""
    telling = [p for p in partnerships if p.pk in shared]
    formats = sorted(formats, key=lambda one: -_having(one, telling, found))
    table = Table(
        caption=f"Plans that are asked for, on {said(on)}",
        columns=(
            Column("partnership", "Partnership"),
            Column("had", "Has", numeric=True),
            *(Column(f"f{one.pk}", one.title) for one in formats),
        ),
        rows=tuple(_partnership_row(p, formats, found, shared) for p in partnerships),
        filters=(Filter("shares", "Shares its plans"),),
        searchable=True,
        sort="-had",
        export_href=path,
        stacked=False,
        dense=True,
        empty="No partnership belongs to this region yet.",
        footer=(Cell(text="Have one"), Cell(), *(_total(one, telling, found) for one in formats)),
        note="None recorded is said only of plans that law, guidance or the region asks for; else it is not known.",
    )
    return RegionPage(
        "Required plans in the region",
        "Follow a cell to the plan, its sections and its reviews. Plans sent in again say their version.",
        region_places("plan:region_plans"),
        table,
        summary=f"{len(telling)} of {len(partnerships)} partnerships share their plans.",
    )


def _partnership_row(
    p: Partnership,
    formats: Sequence[PlanFormat],
    found: Mapping[tuple[int, FormatKey], PlanRow],
    shared: Collection[int],
) -> Row:
    if p.pk not in shared:
        cells = (Cell(text="Not shared") for _ in formats)
        return row(p.short_name, None, *cells, facets={"shares": "No"}, emphasis="muted")
    rows = [found[p.pk, key_of(one)] for one in formats]
    had = sum(one.state in HAS_ONE for one in rows)
    return row(p.short_name, had, *(_cell(one) for one in rows), facets={"shares": "Yes"})


def _cell(one: PlanRow) -> Cell:
    if one.plan is None:
        is_known = one.state is not PlanState.NONE_KNOWN
        return state_cell(one.state, one.reason) if is_known else Cell(text="Not known", unknown=True)
    judged = JUDGEMENT_LABELS[Judgement(one.review.overall)] if one.review else ""
    again = f"version {one.plan.version}" if one.plan.version > 1 else ""
    unused = one.unused + one.absent
    left = f"{unused} section{'' if unused == 1 else 's'} unused" if unused else ""
    cell = state_cell(one.state, ", ".join(filter(None, (judged, again, left))))
    return Cell(text=cell.text, tag=cell.tag, note=cell.note, href=reverse("plan:region_plan", args=[one.plan.pk]))


def _total(format: PlanFormat, telling: Sequence[Partnership], found: Mapping[tuple[int, FormatKey], PlanRow]) -> Cell:
    return Cell(text=f"{_having(format, telling, found)} of {len(telling)}")


def _having(format: PlanFormat, telling: Sequence[Partnership], found: Mapping[tuple[int, FormatKey], PlanRow]) -> int:
    return sum(found[p.pk, key_of(format)].state in HAS_ONE for p in telling)


def formats_table(formats: Iterable[PlanFormat], on: date, path: str) -> Table:
    return Table(
        caption="Formats of plans",
        columns=(
            Column("format", "Plan"),
            Column("version", "Version", numeric=True),
            Column("asked", "Asked for by"),
            Column("owed", "Who must have it"),
            Column("sections", "Sections", numeric=True),
            Column("plans", "Plans made on it", numeric=True),
            Column("state", "In use"),
        ),
        rows=tuple(_format_row(one, on) for one in formats),
        filters=(Filter("state", "In use"), Filter("whose", "Whose")),
        searchable=True,
        export_href=path,
        empty="No format is kept yet.",
    )


def _format_row(format: PlanFormat, on: date) -> Row:
    is_over = format.ended_on is not None and format.ended_on <= on
    state = "Ended" if is_over else "In use"
    return row(
        Cell(text=format.title, href=reverse("plan:format", args=[format.pk]), note=format.purpose),
        format.version,
        Cell(text=OBLIGATION_LABELS[Obligation(format.obligation)], note=basis_words(format)),
        format.owed_by,
        format.parts,
        format.made,
        Cell(text=state, note=period(format.started_on, format.ended_on)),
        facets={"state": state, "whose": "The region" if format.region_id else "Sightline"},
        emphasis="muted" if is_over else "",
    )
