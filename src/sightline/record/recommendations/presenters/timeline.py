"""What happened to a recommendation, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.record.actions.domain import Status

from ..domain import ANSWER_LABELS, Answer
from ..models import Recommendation
from .words import addressees, title_of


@dataclass(frozen=True)
class Event:
    on: date | None
    what: str
    more: str = ""


def timeline(one: Recommendation, partnership: Partnership, on: date) -> list[Event]:
    """Up to a day, oldest first; what has no day stands first, for it was known before the rest."""
    events = [event for event in _events(one, partnership) if event.on is None or event.on <= on]
    return sorted(events, key=lambda event: event.on or date.min)


def _events(one: Recommendation, partnership: Partnership) -> Iterator[Event]:
    yield Event(one.made_on, f"Made in {one.source_title}")
    if to := addressees(one):
        yield Event(one.made_on, f"Addressed to {to}")
    for issued in one.issued.all():
        yield Event(issued.on, f"Issued to {partnership.short_name} by {one.partnership.short_name}")
        if issued.withdrawn_on:
            yield Event(issued.withdrawn_on, "Withdrawn", issued.withdrawn_because)
    for response in one.responses.all():
        whose = str(response.organisation or partnership.short_name)
        yield Event(response.on, f"{ANSWER_LABELS[Answer(response.answer)]}: {whose}", response.reason)
    for link in one.answering.all():
        action = link.action
        yield Event(link.linked_on or action.raised_on, "Action linked", action.what)
        if action.closed_on:
            ended = "Action withdrawn" if action.status == Status.WITHDRAWN else "Action done"
            yield Event(action.closed_on, ended, action.closing_note or action.what)
    if one.superseded_by is not None:
        newer = one.superseded_by
        yield Event(one.superseded_on, f"Superseded by {title_of(newer).lower()}, {newer.source_title}")
