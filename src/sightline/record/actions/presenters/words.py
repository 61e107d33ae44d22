"""How an action is said: its owners, its date, its state."""

from datetime import date, timedelta

from django.urls import reverse

from sightline.foundation.design.tables import Cell
from sightline.kernel.workdays import working_days_between
from sightline.record.evidence.domain import GRADE_LABELS, IMPACT, NO_IMPACT, Grade

from ..domain import (
    CLOSED,
    NO_REACH,
    NOT_RATED,
    RATING_COLOURS,
    RATING_LABELS,
    STATUS_LABELS,
    WORD_LABELS,
    PartyKind,
    Rating,
    Status,
    Word,
)
from ..models import Action, Party

STATUS_COLOURS = {
    Status.OPEN: "blue",
    Status.IN_PROGRESS: "yellow",
    Status.REPORTED: "purple",
    Status.DONE: "green",
    Status.WITHDRAWN: "grey",
}
SOON = timedelta(days=30)
DUE = ("Before today", "In the next 30 days", "Later", "No date")


def list_href(slug: str) -> str:
    return reverse("actions:list", kwargs={"partnership": slug})


def action_href(slug: str, pk: int) -> str:
    return reverse("actions:action", kwargs={"partnership": slug, "action": pk})


def is_overdue(action: Action, on: date) -> bool:
    return action.status not in CLOSED and action.due_on is not None and action.due_on < on


def due_words(action: Action, on: date) -> str:
    """Which of `DUE` an action's date falls into."""
    if action.due_on is None:
        return DUE[3]
    return DUE[0] if action.due_on < on else DUE[1] if action.due_on <= on + SOON else DUE[2]


def days_left(action: Action, on: date) -> str:
    """Working days until an open action is due, or since it was."""
    if action.status in CLOSED or action.due_on is None:
        return ""
    if action.due_on == on:
        return "Due today"
    is_late = action.due_on < on
    days = working_days_between(action.due_on, on) if is_late else working_days_between(on, action.due_on)
    counted = f"{days} working day{'' if days == 1 else 's'}"
    return f"{counted} overdue" if is_late else f"{counted} left"


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
    if status is Status.REPORTED:
        return Cell(text="Reported done", tag=STATUS_COLOURS[status], note="Waiting for a second word")
    return Cell(text=STATUS_LABELS[status], tag=STATUS_COLOURS[status])


def rating_cell(rating: str) -> Cell:
    if not rating:
        return Cell(note=NOT_RATED)
    return Cell(text=RATING_LABELS[Rating(rating)], tag=RATING_COLOURS[Rating(rating)])


def said_before_closing(reach: Grade | None) -> str:
    """What whoever reports or confirms an action should know of its evidence first."""
    if reach in IMPACT:
        return f"Its evidence reaches {GRADE_LABELS[reach].lower()}."
    has = f"{GRADE_LABELS[reach].lower()} only" if reach else "none is graded"
    return f"{NO_IMPACT} ({has}). It can be closed all the same, and the record will say so."


def said_at_closing(reach: str) -> str:
    """How far the evidence of a closed action reached when it was closed."""
    if not reach:
        return "Not recorded"
    if reach == NO_REACH:
        return "Closed without graded evidence"
    said = GRADE_LABELS[Grade(reach)]
    return said if reach in IMPACT else f"{said} only: closed without evidence of impact"


def said_by_reporter(action: Action) -> str:
    if action.status != Status.REPORTED or action.reported_on is None:
        return ""
    return f"{action.reported_by or 'Sightline'} reported on {day(action.reported_on)}: {action.closing_note}"


def word_words(action: Action) -> str:
    if not action.word:
        return "Not recorded"
    label = WORD_LABELS[Word(action.word)]
    return f"{label}: {action.word_of}" if action.word_of else label


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""
