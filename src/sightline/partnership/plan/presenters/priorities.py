"""The priorities in force, and the page of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.foundation.library.domain import Source
from sightline.foundation.library.presenters import SourceMark, source_marks
from sightline.partnership.directory.presenters.words import period, said

from ..domain import OBJECTIVE_LABELS, ObjectiveState
from ..models import Objective, Priority, PriorityTheme
from ..queries import is_open_on, is_past_due
from .frame import added_objective_facts, added_priority_facts, crumbs, objective_href, objective_tabs, priority_href
from .frame import priority_tabs as tabs_of

STATE_COLOURS = {
    ObjectiveState.OPEN: "blue",
    ObjectiveState.MET: "green",
    ObjectiveState.PART_MET: "yellow",
    ObjectiveState.NOT_MET: "red",
    ObjectiveState.DROPPED: "grey",
}
NO_THEME = "No theme yet"
UNCONFIRMED = "proposed, not confirmed"


def priorities_table(priorities: Iterable[Priority], slug: str, on: date, path: str, empty: str) -> Table:
    return Table(
        caption="Priorities",
        columns=(
            Column("number", "Number"),
            Column("priority", "Priority"),
            Column("outcome", "Outcome for children"),
            Column("themes", "Themes"),
            Column("objectives", "Objectives"),
            Column("board", "Board"),
            Column("period", "In force"),
        ),
        rows=tuple(_priority_row(one, slug, on) for one in priorities),
        filters=(Filter("theme", "Theme"), Filter("held", "Board")),
        searchable=True,
        sort="number",
        export_href=path,
        empty=empty,
        note="Themes that Sightline proposes from the words are marked until someone confirms them.",
        row_headers=False,
    )


def _priority_row(priority: Priority, slug: str, on: date) -> Row:
    themes = [str(link.theme) for link in priority.themes.all()]
    board = priority.board.name if priority.board else ""
    pledge = f"Pledge: {priority.pledge}" if priority.pledge else ""
    return row(
        Cell(text=priority.number, value=number_value(priority.number)),
        Cell(text=priority.title, href=priority_href(slug, priority.pk)),
        Cell(text=priority.outcome, note=pledge) if priority.outcome else Cell(text="Not stated", note=pledge),
        themes_cell(priority.themes.all()),
        objectives_cell(priority.objectives.all(), on),
        board or Cell(text="No board", value=""),
        period_cell(priority, on),
        facets={"theme": themes or [NO_THEME], "held": board or "No board"},
        emphasis="muted" if has_ended(priority, on) else "",
    )


def period_cell(priority: Priority, on: date) -> Cell:
    """Sorts by its first day; files to take away say the whole of it."""
    words = in_force_words(priority, on)
    return Cell(text=words or "Not known", order=f"{priority.started_on or ''}")


def in_force_words(priority: Priority, on: date) -> str:
    """What begins later is not in force "since" then."""
    if priority.started_on and priority.started_on > on and priority.ended_on is None:
        return f"from {said(priority.started_on)}"
    return period(priority.started_on, priority.ended_on)


def number_value(number: str) -> float | str | None:
    """Numbers sort as numbers: 2 before 10, 2.1 before 2.2."""
    try:
        return float(number)
    except ValueError:
        return number or None


def has_ended(priority: Priority, on: date) -> bool:
    return priority.ended_on is not None and priority.ended_on <= on


def themes_cell(links: Iterable[PriorityTheme]) -> Cell:
    sure = [str(link.theme) for link in links if link.is_confirmed]
    doubtful = [str(link.theme) for link in links if not link.is_confirmed]
    if not sure and not doubtful:
        return Cell(text=NO_THEME, value="")
    note = f"{', '.join(doubtful)} ({UNCONFIRMED})" if doubtful else ""
    return Cell(text=", ".join(sure), note=note)


def objectives_cell(objectives: Sequence[Objective], on: date) -> Cell:
    if not objectives:
        return Cell(text="None set", value=0)
    met = sum(one.state == ObjectiveState.MET and not is_open_on(one, on) for one in objectives)
    late = sum(is_past_due(one, on) for one in objectives)
    note = f"{late} past due" if late else ""
    return Cell(text=f"{met} of {len(objectives)} met", value=len(objectives), note=note)


def state_cell(objective: Objective, on: date) -> Cell:
    if is_past_due(objective, on):
        return Cell(text="Past due", tag="red", note=f"Due {said(objective.due_on)}")
    state = ObjectiveState.OPEN if is_open_on(objective, on) else ObjectiveState(objective.state)
    ended = said(objective.ended_on) if state is not ObjectiveState.OPEN else ""
    return Cell(text=OBJECTIVE_LABELS[state], tag=STATE_COLOURS[state], note=ended)


def objectives_table(objectives: Iterable[Objective], slug: str, on: date, path: str) -> Table:
    return Table(
        caption="Objectives",
        columns=(
            Column("number", "Number"),
            Column("objective", "Objective"),
            Column("measure", "Seen to be met by"),
            Column("lead", "Led by"),
            Column("due", "Due"),
            Column("state", "How it stands"),
        ),
        rows=tuple(_objective_row(one, slug, on) for one in objectives),
        name="objectives",
        sort="number",
        export_href=path,
        empty="No objective is set for this priority yet.",
        row_headers=False,
    )


def _objective_row(objective: Objective, slug: str, on: date) -> Row:
    return row(
        Cell(text=objective.number, value=number_value(objective.number)),
        Cell(text=objective.text, href=objective_href(slug, objective.pk)),
        objective.measure or Cell(text="Not stated", value=""),
        led_by(objective) or Cell(text="Nobody yet", unknown=True),
        objective.due_on or Cell(text="No date", value=""),
        state_cell(objective, on),
    )


def led_by(objective: Objective) -> str:
    return "; ".join(one.name for one in (objective.lead, objective.board) if one is not None)


@dataclass(frozen=True)
class ThemeLine:
    id: int
    label: str
    is_confirmed: bool
    because: str


@dataclass(frozen=True)
class PriorityPage:
    id: int
    caption: str
    title: str
    outcome: str
    pledge: str
    ended: str
    facts: tuple[dict[str, Any], ...]
    themes: tuple[ThemeLine, ...]
    sources: tuple[SourceMark, ...]
    crumbs: tuple[dict[str, str], ...]
    tabs: tuple[dict[str, Any], ...]
    is_running: bool
    is_carried_on: bool


def priority_page(
    priority: Priority,
    following: Priority | None,
    sources: Iterable[Source],
    scope: Partnership,
    on: date,
    current: str = "plan:priority",
) -> PriorityPage:
    """What stands at the top of every tab of a priority's page; rooms above use it for the tabs they add."""
    links = priority.themes.all()
    return PriorityPage(
        id=priority.pk,
        caption=f"Priority {priority.number}" if priority.number else "Priority",
        title=priority.title,
        outcome=priority.outcome,
        pledge=priority.pledge,
        ended=_ended_words(priority, on),
        facts=(*_facts(priority, following, scope.slug, on), *added_priority_facts(priority, on)),
        themes=tuple(ThemeLine(link.pk, str(link.theme), link.is_confirmed, link.because) for link in links),
        sources=tuple(source_marks(sources)),
        crumbs=crumbs(scope.slug, (priority.title, "")),
        tabs=tabs_of(scope.slug, priority.pk, current),
        is_running=not has_ended(priority, on),
        is_carried_on=following is not None,
    )


def _ended_words(priority: Priority, on: date) -> str:
    if not has_ended(priority, on):
        return ""
    note = f" {priority.ending_note}" if priority.ending_note else ""
    return f"This priority ended; it held {period(priority.started_on, priority.ended_on)}.{note}"


def _facts(priority: Priority, following: Priority | None, slug: str, on: date) -> list[dict[str, Any]]:
    board = priority.board
    facts: list[dict[str, Any]] = [
        {"term": "In force", "value": in_force_words(priority, on)},
        {"term": "Board", "value": board.name, "href": reverse("governance:board", args=[slug, board.pk])}
        if board
        else {"term": "Board", "value": ""},
    ]
    if priority.continues is not None:
        facts.append(_linked("Carries on", priority.continues, slug))
    if following is not None:
        facts.append(_linked("Carried on by", following, slug))
    return facts


def _linked(term: str, priority: Priority, slug: str) -> dict[str, Any]:
    when = period(priority.started_on, priority.ended_on)
    return {"term": term, "value": priority.title, "href": priority_href(slug, priority.pk), "note": when}


@dataclass(frozen=True)
class ObjectivePage:
    id: int
    caption: str
    text: str
    state: Cell
    is_open: bool
    ending: str
    facts: tuple[dict[str, Any], ...]
    sources: tuple[SourceMark, ...]
    crumbs: tuple[dict[str, str], ...]
    tabs: tuple[dict[str, Any], ...]


def objective_page(
    objective: Objective, sources: Iterable[Source], scope: Partnership, on: date, current: str = "plan:objective"
) -> ObjectivePage:
    is_open = is_open_on(objective, on)
    priority = objective.priority
    return ObjectivePage(
        id=objective.pk,
        caption=f"Objective {objective.number}" if objective.number else "Objective",
        text=objective.text,
        state=state_cell(objective, on),
        is_open=is_open,
        ending="" if is_open else objective.ending_note,
        facts=(*_objective_facts(objective, scope.slug), *added_objective_facts(objective, on)),
        sources=tuple(source_marks(sources)),
        crumbs=crumbs(scope.slug, (priority.title, priority_href(scope.slug, priority.pk)), (objective.text, "")),
        tabs=objective_tabs(scope.slug, objective.pk, current),
    )


def _objective_facts(objective: Objective, slug: str) -> list[dict[str, Any]]:
    priority, board = objective.priority, objective.board
    board_href = reverse("governance:board", args=[slug, board.pk]) if board else ""
    return [
        {"term": "Priority", "value": priority.title, "href": priority_href(slug, priority.pk)},
        {"term": "Seen to be met by", "value": objective.measure},
        {"term": "Lead agency", "value": objective.lead.name if objective.lead else ""},
        {"term": "Board", "value": board.name if board else "", "href": board_href},
        {"term": "From", "value": said(objective.started_on)},
        {"term": "Due", "value": said(objective.due_on)},
    ]
