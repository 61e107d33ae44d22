"""One action, with its history as one line of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell
from sightline.foundation.library.domain import Source
from sightline.foundation.library.presenters import SourceMark, source_marks

from ..domain import CLOSED, EVENT_LABELS, STATUS_LABELS, Event, Status
from ..models import Action, Party, Progress
from .added import ON_ACTIONS
from .words import (
    day,
    days_left,
    list_href,
    owner_words,
    party_words,
    rating_cell,
    said_at_closing,
    status_cell,
    word_words,
)


@dataclass(frozen=True)
class HistoryLine:
    what: str
    on: date
    note: str
    by: str
    status: str
    rating: Cell | None


@dataclass(frozen=True)
class PartyLine:
    id: int
    words: str
    kind: str


@dataclass(frozen=True)
class ObjectiveLine:
    id: int
    words: str
    priority: str


@dataclass(frozen=True)
class ActionPage:
    title: str
    what: str
    status: Cell
    rating: Cell | None
    facts: tuple[dict[str, str], ...]
    parties: tuple[PartyLine, ...]
    objectives: tuple[ObjectiveLine, ...]
    history: tuple[HistoryLine, ...]
    sources: tuple[SourceMark, ...]
    reported: str
    """Who reported it done, when and with what words, while it waits for a second word; else empty."""
    is_closed: bool
    crumbs: tuple[dict[str, str], ...]


def action_page(
    action: Action, progress: Iterable[Progress], sources: Iterable[Source], partnership: Partnership, on: date
) -> ActionPage:
    serves = [link.objective for link in action.serves.all()]
    is_closed = action.status in CLOSED
    return ActionPage(
        title=f"Action {action.number}" if action.number else "Action",
        what=action.what,
        status=status_cell(action, on),
        rating=rating_cell(action.rating) if action.rating and not is_closed else None,
        facts=(*_facts(action, on), *ON_ACTIONS.facts(partnership, action, on)),
        parties=tuple(PartyLine(p.pk, party_words(p), p.get_kind_display().capitalize()) for p in _by_part(action)),
        objectives=tuple(ObjectiveLine(one.pk, one.text, str(one.priority)) for one in serves),
        history=tuple(_history_line(line) for line in progress),
        sources=tuple(source_marks(sources)),
        reported=_reported(action),
        is_closed=is_closed,
        crumbs=({"text": "Actions", "href": list_href(partnership.slug)},),
    )


def _by_part(action: Action) -> list[Party]:
    """Who leads before who contributes."""
    return sorted(action.parties.all(), key=lambda party: (party.kind != "lead", party.pk))


def _reported(action: Action) -> str:
    if action.status != Status.REPORTED or action.reported_on is None:
        return ""
    return f"{action.reported_by or 'Sightline'} reported this as done on {day(action.reported_on)}."


def _facts(action: Action, on: date) -> Iterable[dict[str, str]]:
    yield {"term": "Owner", "value": owner_words(action) or "Nobody yet"}
    if action.owner_as_written:
        yield {"term": "Owner as written", "value": action.owner_as_written}
    due = day(action.due_on) or action.due_as_written or "No date"
    yield {"term": "Due", "value": due, "note": days_left(action, on)}
    yield {"term": "Raised", "value": day(action.raised_on) or "Not known"}
    if action.reported_on:
        reported = f"{action.reported_by or 'Sightline'}, {day(action.reported_on)}"
        yield {"term": "Reported done by", "value": reported}
    if action.status in CLOSED:
        yield from _facts_of_closing(action)


def _facts_of_closing(action: Action) -> Iterable[dict[str, str]]:
    is_done = action.status == Status.DONE
    yield {"term": "Done" if is_done else "Withdrawn", "value": day(action.closed_on)}
    if is_done:
        yield {"term": "On whose word", "value": word_words(action)}
    yield {"term": "What came of it" if is_done else "Why", "value": action.closing_note or "Not said"}
    if is_done:
        yield {"term": "Evidence when it was closed", "value": said_at_closing(action.reach_at_closing)}


def _history_line(line: Progress) -> HistoryLine:
    event, status = Event(line.event), Status(line.status) if line.status else None
    what = EVENT_LABELS[event]
    if event is Event.PROGRESS and status in CLOSED:  # written before events were told apart
        what = STATUS_LABELS[status]
    return HistoryLine(
        what=what,
        on=line.on,
        note=line.note,
        by=str(line.by or "Sightline"),
        status=STATUS_LABELS[status] if status and event is Event.PROGRESS and status not in CLOSED else "",
        rating=rating_cell(line.rating) if line.rating else None,
    )
