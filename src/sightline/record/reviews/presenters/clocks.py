"""How days are counted, as the settings page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.foundation.design.tables import Cell, Column, Table, row

from ..domain.clocks import (
    NOTIFICATION,
    PANEL_REPLY,
    PUBLICATION,
    RAPID_REVIEW,
    SOURCES_DIFFER,
    STARTS,
    Start,
)
from ..domain.rapid_plan import EXAMPLE, EXAMPLE_SOURCE
from ..models import ClockSetting, PlanTemplateStep
from .incidents import href

__all__ = ["SOURCES_DIFFER", "ClockPage", "clock_page"]


@dataclass(frozen=True)
class StartLine:
    label: str
    source: str
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class ClockPage:
    chosen: str
    agreed_where: str
    is_set: bool
    starts: tuple[StartLine, ...]
    differ: str
    lengths: Table
    plan: Table
    is_example: bool
    example_href: str
    crumbs: tuple[dict[str, str], ...]


def clock_page(setting: ClockSetting, steps: list[PlanTemplateStep], slug: str, may_keep: bool) -> ClockPage:
    chosen = Start(setting.start)
    return ClockPage(
        chosen=STARTS[chosen].label,
        agreed_where=setting.agreed_where,
        is_set=setting.pk is not None,
        starts=tuple(StartLine(c.label, c.source, c.href, s is chosen) for s, c in STARTS.items()),
        differ=SOURCES_DIFFER,
        lengths=_lengths(),
        plan=_plan(steps, slug, may_keep),
        is_example=not steps,
        example_href=EXAMPLE_SOURCE,
        crumbs=({"text": "Rapid reviews", "href": href(slug, "rapid_reviews")},),
    )


def _lengths() -> Table:
    rules = (NOTIFICATION, RAPID_REVIEW, PANEL_REPLY, PUBLICATION)
    return Table(
        caption="How long each step may take",
        columns=(Column("what", "What"), Column("length", "How long"), Column("source", "Source")),
        rows=tuple(
            row(
                rule.name,
                Cell(text=rule.words, note="What usually happens; no rule" if rule.is_expected else ""),
                Cell(text=rule.source.split("/")[2].removeprefix("www."), href=rule.source),
            )
            for rule in rules
        ),
        name="lengths",
        note="Read in 2026 on these pages. The newest edition of the guidance could not be checked.",
    )


def owner_of(step: object) -> str:
    return str(step.post or step.board or step.owner_as_written or "")


def _plan(steps: Iterable[PlanTemplateStep], slug: str, may_keep: bool) -> Table:
    rows = [row(one.day, one.what, owner_of(one) or "Nobody named", *_links(one, slug, may_keep)) for one in steps]
    rows = rows or [row(one.day, one.what, one.owner, "", "") for one in EXAMPLE]
    return Table(
        caption="The plan that new rapid reviews get",
        columns=(
            Column("day", "Working day", numeric=True),
            Column("what", "What is done"),
            Column("owner", "By whom"),
            Column("change", "Change", sortable=False, export=False, hidden_title=True),
            Column("remove", "Take out", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(rows),
        name="plan",
    )


def _links(one: PlanTemplateStep, slug: str, may_keep: bool) -> tuple[Cell, Cell]:
    if not may_keep:
        return Cell(), Cell()
    about = f" day {one.day}: {one.what}"
    return (
        Cell(text="Change", href=href(slug, "change_template_step", template_step=one.pk), hidden=about),
        Cell(text="Take out", href=href(slug, "remove_template_step", template_step=one.pk), hidden=about),
    )
