"""Pages of actions, shaped as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.foundation.library.domain import Source
from sightline.foundation.library.presenters import SourceMark, source_marks

from .domain import CLOSED, STATUS_LABELS, PartyKind, Status
from .models import Action, Party, Progress

STATUS_COLOURS = {Status.OPEN: "blue", Status.IN_PROGRESS: "yellow", Status.DONE: "green", Status.WITHDRAWN: "grey"}
SHOWN = (("open", "Open"), ("overdue", "Overdue"), ("mine", "Mine"), ("closed", "Closed"), ("all", "All"))
SOON = timedelta(days=30)
DUE = ("Before today", "In the next 30 days", "Later", "No date")
COUNTED = "An action is overdue when it is open after its due date. One without a date is never overdue."


def is_overdue(action: Action, on: date) -> bool:
    return action.status not in CLOSED and action.due_on is not None and action.due_on < on


def due_words(action: Action, on: date) -> str:
    """Which of `DUE` an action's date falls into."""
    if action.due_on is None:
        return DUE[3]
    return DUE[0] if action.due_on < on else DUE[1] if action.due_on <= on + SOON else DUE[2]


def owner_words(action: Action) -> str:
    """Who leads, or the words of the paper where nobody is known."""
    leads = [party_words(party) for party in action.parties.all() if party.kind == PartyKind.LEAD]
    return "; ".join(leads) or action.owner_as_written


def party_words(party: Party) -> str:
    if party.post is not None:
        return str(party.post)
    names = [str(one) for one in (party.organisation, party.person) if one is not None]
    return ", ".join(names)


def agencies(action: Action) -> list[str]:
    bodies = {p.organisation or (p.post.organisation if p.post else None) for p in action.parties.all()}
    return sorted(body.name for body in bodies if body is not None)


def status_cell(action: Action, on: date) -> Cell:
    status = Status(action.status)
    if is_overdue(action, on):
        return Cell(text="Overdue", tag="red", note=STATUS_LABELS[status])
    return Cell(text=STATUS_LABELS[status], tag=STATUS_COLOURS[status])


def actions_table(actions: Iterable[Action], slug: str, on: date, path: str, empty: str, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column("number", "Number"),
            Column("action", "Action"),
            Column("owner", "Owner"),
            Column("due", "Due"),
            Column("status", "Status"),
            Column("raised", "Raised"),
        ),
        rows=tuple(_action_row(action, slug, on) for action in actions),
        filters=(
            Filter("agency", "Agency"),
            Filter("owner", "Owner"),
            Filter("when", "Due", tuple((words, words) for words in DUE)),
            Filter("state", "Status"),
        ),
        searchable=True,
        sort="due",
        export_href=path,
        empty=empty,
        note=COUNTED,
        row_headers=False,
    )


def _action_row(action: Action, slug: str, on: date) -> Row:
    owner = owner_words(action)
    due = Cell(text=action.due_as_written) if action.due_on is None else action.due_on
    return row(
        action.number,
        Cell(text=action.what, href=action_href(slug, action.pk)),
        owner or Cell(text="Nobody yet", unknown=True),
        due,
        status_cell(action, on),
        action.raised_on,
        facets={
            "agency": agencies(action) or ["No agency"],
            "owner": owner or "Nobody yet",
            "when": due_words(action, on),
            "state": status_cell(action, on).text,
        },
    )


def action_href(slug: str, pk: int) -> str:
    return reverse("actions:action", kwargs={"partnership": slug, "action": pk})


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: int | None = None


def tabs(show: str, path: str) -> tuple[Tab, ...]:
    return tuple(Tab(text, f"{path}?show={key}", key == show) for key, text in SHOWN)


@dataclass(frozen=True)
class ProgressLine:
    on: date
    note: str
    status: str
    by: str


@dataclass(frozen=True)
class PartyLine:
    id: int
    words: str
    kind: str


@dataclass(frozen=True)
class ActionPage:
    title: str
    what: str
    status: str
    colour: str
    facts: tuple[dict[str, str], ...]
    parties: tuple[PartyLine, ...]
    progress: tuple[ProgressLine, ...]
    sources: tuple[SourceMark, ...]
    is_closed: bool
    crumbs: tuple[dict[str, str], ...]


def action_page(
    action: Action, progress: Iterable[Progress], sources: Iterable[Source], partnership: Partnership, on: date
) -> ActionPage:
    state = status_cell(action, on)
    lines = tuple(ProgressLine(p.on, p.note, p.get_status_display(), str(p.by or "Sightline")) for p in progress)
    list_href = reverse("actions:list", kwargs={"partnership": partnership.slug})
    return ActionPage(
        title=f"Action {action.number}" if action.number else "Action",
        what=action.what,
        status=state.text,
        colour=state.tag,
        facts=tuple(_facts(action)),
        parties=tuple(PartyLine(p.pk, party_words(p), p.get_kind_display().capitalize()) for p in action.parties.all()),
        progress=lines,
        sources=tuple(source_marks(sources)),
        is_closed=action.status in CLOSED,
        crumbs=({"text": "Actions", "href": list_href},),
    )


def _facts(action: Action) -> Iterable[dict[str, str]]:
    yield {"term": "Owner", "value": owner_words(action) or "Nobody yet"}
    if action.owner_as_written:
        yield {"term": "Owner as written", "value": action.owner_as_written}
    yield {"term": "Due", "value": _day(action.due_on) or action.due_as_written or "No date"}
    yield {"term": "Raised", "value": _day(action.raised_on) or "Not known"}
    if action.closed_on:
        yield {"term": "Closed", "value": _day(action.closed_on)}
        yield {"term": "What came of it", "value": action.closing_note or "Not said"}


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
