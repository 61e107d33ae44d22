"""The stages of escalation that hold for a partnership."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Table, row

from ..domain import DEFAULT_NOTE, StageLine
from ..models import Policy
from ..queries import stages_of
from .words import day_words, list_href


@dataclass(frozen=True)
class StagesPage:
    is_default: bool
    note: str
    facts: tuple[dict[str, Any], ...]
    table: Table
    earlier: tuple[str, ...]
    crumbs: tuple[dict[str, str], ...]


def stages_page(policies: Sequence[Policy], slug: str) -> StagesPage:
    policy = policies[0] if policies else None
    return StagesPage(
        is_default=policy is None,
        note=DEFAULT_NOTE if policy is None else "",
        facts=tuple(_facts(policy, slug)) if policy else (),
        table=stages_table(stages_of(policy), policy is None),
        earlier=tuple(f"{old.name}, from {day_words(old.started_on)}" for old in policies[1:]),
        crumbs=({"text": "Challenges", "href": list_href(slug)},),
    )


def _facts(policy: Policy, slug: str) -> list[dict[str, Any]]:
    library = reverse("library:document", args=[slug, policy.document_id]) if policy.document_id else ""
    return [
        {"term": "Policy", "value": policy.name, "href": library},
        {"term": "Dated", "value": day_words(policy.dated_on)},
        {"term": "Holds here from", "value": day_words(policy.started_on)},
    ]


def stages_table(stages: Sequence[StageLine], is_default: bool) -> Table:
    rows = []
    for one in stages:
        days = (
            Cell(text="No limit set", unknown=True)
            if one.working_days is None
            else Cell(text=str(one.working_days), value=one.working_days, note="not verified" if is_default else "")
        )
        rows.append(
            row(Cell(text=str(one.number), value=one.number), one.name, "Formal" if one.is_formal else "Informal", days)
        )
    columns = (
        Column("number", "Stage", numeric=True, sortable=False),
        Column("name", "Who settles it", sortable=False),
        Column("form", "Form", sortable=False),
        Column("days", "Limit in working days", numeric=True, sortable=False),
    )
    return Table(caption="Stages of escalation", columns=columns, rows=tuple(rows))
