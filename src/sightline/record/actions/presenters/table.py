"""The list of actions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sightline.foundation.design.paging import numbered_addresses
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.record.evidence.domain import Grade
from sightline.record.evidence.presenters import grade_cell

from ..domain import NOT_RATED, RATING_LABELS, Rating
from ..models import Action
from .words import DUE, agencies, due_words, owner_words, rating_cell, status_cell

COUNTED = (
    "An action is overdue when it is open after its due date, also while it waits for a second word. One without a date is "
    "never overdue."
)


@dataclass(frozen=True)
class List:
    """One of the lists of actions: its tab, its caption, and what it says when nothing is in it."""

    text: str
    caption: str
    empty: str


LISTS = {
    "open": List("Open", "Open actions", "No action is open."),
    "overdue": List("Overdue", "Overdue actions", "Nothing is overdue."),
    "waiting": List(
        "Second word",
        "Actions that wait for a second word",
        "No action that was reported as done waits for a second word.",
    ),
    "mine": List("Mine", "My open actions", "No open action is yours, your posts’ or your agency’s."),
    "closed": List("Closed", "Closed actions", "No action has been closed yet."),
    "all": List(
        "All",
        "All actions",
        "There are no actions yet. Meetings raise them, and papers that are brought in propose them.",
    ),
}


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: int | None = None


def tabs(show: str, path: str) -> tuple[Tab, ...]:
    return tuple(Tab(one.text, f"{path}?show={key}", key == show) for key, one in LISTS.items())


def actions_table(
    actions: Iterable[Action], reach: Mapping[int, Grade | None], slug: str, on: date, path: str, shown: List
) -> Table:
    """`reach`: how far the evidence of each action reaches, by id; one that is not in it has no evidence that counts.

    Where nobody rates, there is no column that says so of each.
    """
    href = numbered_addresses("actions:action", "action", partnership=slug)
    listed = list(actions)
    rates = any(action.rating for action in listed)
    ratings = tuple((words, words) for words in (*RATING_LABELS.values(), NOT_RATED))
    return Table(
        caption=shown.caption,
        columns=(
            Column("number", "Number"),
            Column("action", "Action", wide=True),
            Column("owner", "Owner"),
            Column("due", "Due"),
            Column("status", "Status"),
            *((Column("rating", "Rating"),) if rates else ()),
            Column("evidence", "Evidence reaches"),
            Column("raised", "Raised"),
        ),
        rows=tuple(_action_row(action, reach, href, on, rates) for action in listed),
        filters=(
            Filter("agency", "Agency"),
            Filter("owner", "Owner"),
            Filter("priority", "Priority"),
            Filter("objective", "Objective"),
            Filter("when", "Due", tuple((words, words) for words in DUE)),
            Filter("state", "Status"),
            *((Filter("rating", "Rating", ratings),) if rates else ()),
        ),
        searchable=True,
        sort="due",
        export_href=path,
        empty=shown.empty,
        note=COUNTED,
        row_headers=False,
    )


def _action_row(
    action: Action, reach: Mapping[int, Grade | None], href: Callable[[int], str], on: date, rates: bool
) -> Row:
    owner = owner_words(action)
    due = Cell(text=action.due_as_written) if action.due_on is None else action.due_on
    objectives = [link.objective for link in action.serves.all()]
    evidence = grade_cell(reach[action.pk]) if action.pk in reach else Cell(text="None", value=-1)
    return row(
        action.number,
        Cell(text=action.what, href=href(action.pk)),
        owner or Cell(text="Nobody yet", unknown=True),
        due,
        status_cell(action, on),
        *((rating_cell(action.rating),) if rates else ()),
        evidence,
        action.raised_on,
        facets={
            "agency": agencies(action) or ["No agency"],
            "owner": owner or "Nobody yet",
            "priority": sorted({str(one.priority) for one in objectives}) or ["None"],
            "objective": [str(one) for one in objectives] or ["None"],
            "when": due_words(action, on),
            "state": status_cell(action, on).text,
            "rating": RATING_LABELS[Rating(action.rating)] if action.rating else NOT_RATED,
        },
    )
