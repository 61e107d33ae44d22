"""A proposal as a card: what it says, what is doubtful, who and what it means, and what may be said to it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from sightline.oversight.intake.domain import (
    DECIDED,
    Choice,
    kind_label,
    merged,
)
from sightline.oversight.intake.domain.values import MEMBERS, day_of
from sightline.oversight.intake.models import Proposal
from sightline.oversight.intake.queries.questions import WORDS, Question
from sightline.oversight.intake.queries.resolving import Resolver

UNSURE_BELOW = 0.5
FIELD_LABELS = {
    "what": "What",
    "who": "Owner",
    "by_when": "By when",
    "person": "Person",
    "initials": "Initials",
    "post": "Post",
    "organisation": "Organisation",
    "status": "Status",
    "date": "Date",
    "body": "Board",
    "venue": "Venue",
    "time": "Time",
    "text": "Text",
    "number": "Number",
    "addressee": "To whom",
    "proposed": "Proposed by",
    "seconded": "Seconded by",
    "name": "Name",
    "abbreviation": "Short form",
    "deputy_for": "Deputy for",
    "meeting_date": "Meeting of",
    "attended": "Attended",
    "theme": "Theme",
    "audience": "For whom",
    "sort": "What it is",
    "outcome": "Outcome for children",
    "pledge": "Pledge",
    "objectives": "Objectives",
    "objective": "Objective",
    "priority": "Priority",
    "case": "Review",
    "scope": "Whose",
    "urgency": "How soon",
    "paragraph": "After paragraph",
}
SORTS = {"learned": "What was learned", "message": "A key message", "do": "What to do differently"}
STATUSES = ("present", "apologies", "absent", "deputy", "member")
NEEDS_MEETING = frozenset({"attendance", "agency_attendance", "decisions"})
_MAIN = ("text", "what", "objective", "issue", "title", "person", "name", "label", "body", "value", "organisation")


@dataclass(frozen=True, slots=True)
class FieldShown:
    label: str
    value: str
    as_read: str = ""  # what the reader had, where a person corrected it


@dataclass(frozen=True, slots=True)
class InputShown:
    name: str
    label: str
    value: str
    choices: tuple[str, ...]
    is_long: bool


@dataclass(frozen=True)
class Card:
    id: int
    kind: str
    kind_key: str
    headline: str
    fields: tuple[FieldShown, ...]
    words: str
    doubts: tuple[str, ...]
    state: str
    colour: str
    said_by: str
    because: str
    is_open: bool
    is_refused: bool
    questions: tuple[Question, ...]
    settled: tuple[Question, ...]
    enters_as: str
    inputs: tuple[InputShown, ...]
    page: int
    show_href: str
    decide_href: str
    correct_href: str
    waits_for: str
    waits_href: str
    error: str = ""
    is_active: bool = False
    is_correcting: bool = False


def needs_meeting(proposal: Proposal) -> bool:
    """Rows of a grid name their own meetings, and a membership list is of none."""
    fields = proposal.fields
    return proposal.kind in NEEDS_MEETING and not fields.get("meeting_date") and fields.get("status") not in MEMBERS


def card(slug: str, proposal: Proposal, resolver: Resolver, error: str = "", is_correcting: bool = False) -> Card:
    fields = merged(proposal.fields, proposal.corrected)
    choice = Choice(proposal.choice)
    is_open = choice is Choice.PENDING
    questions = resolver.questions(proposal.kind, fields) if is_open else ()
    main = next((key for key in _MAIN if fields.get(key)), "")
    here = [slug, proposal.paper_id, proposal.pk]
    address = reverse("intake:review", args=here[:2])
    return Card(
        id=proposal.pk,
        kind=kind_label(proposal.kind),
        kind_key=proposal.kind,
        headline=_headline(proposal, fields, main),
        fields=tuple(_shown(proposal, fields, main)),
        words=proposal.words if len(proposal.words) < 400 else f"{proposal.words[:400]}…",
        doubts=_doubts(proposal, questions),
        state=_state_words(choice),
        colour={Choice.REFUSED: "grey"}.get(choice, "green"),
        said_by=_said_by(proposal),
        because=proposal.refused_because,
        is_open=is_open,
        is_refused=choice is Choice.REFUSED,
        questions=tuple(q for q in questions if not q.is_sure),
        settled=tuple(q for q in questions if q.is_sure),
        enters_as="; ".join(chosen_label(q) for q in questions if q.is_sure),
        inputs=tuple(_inputs(proposal, fields)),
        page=proposal.page or 1,
        show_href=f"{address}?at={proposal.pk}#p{proposal.pk}",
        decide_href=reverse("intake:decide", args=here),
        correct_href=reverse("intake:card", args=here) + "?correct=1",
        waits_for=_waits_for(proposal, resolver) if is_open else "",
        waits_href=reverse("intake:state_meeting", args=here[:2]),
        error=error,
        is_correcting=is_correcting,
    )


def _headline(proposal: Proposal, fields: Mapping[str, Any], main: str) -> str:
    if proposal.kind == "meeting":
        return (
            f"{fields.get('body') or 'A board that the paper does not name'}, {_words(fields.get('date')) or 'no date'}"
        )
    return _words(fields.get(main) or fields.get("date")) or proposal.words[:200] or "Nothing in words"


def _shown(proposal: Proposal, fields: Mapping[str, Any], main: str) -> Iterable[FieldShown]:
    for key, value in fields.items():
        corrected = key in (proposal.corrected or {})
        if (value in (None, "") or key == main) and not corrected:
            continue
        if proposal.kind == "meeting" and key in ("body", "date") and not corrected:
            continue
        as_read = str(proposal.fields.get(key) or "nothing") if corrected else ""
        said = SORTS.get(str(value)) if key == "sort" else None
        yield FieldShown(_label(key), said or _words(value), as_read)
    if proposal.kind == "attendance" and not fields.get("status"):
        yield FieldShown("Status", "Not known")


def _label(key: str) -> str:
    return FIELD_LABELS.get(key, key.replace("_", " ").capitalize())


def _words(value: Any) -> str:
    """As people write it: `2026-01-14` is 14 January 2026."""
    day = day_of(value) if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value) else None
    if day is not None:
        return f"{day.on:%B %Y}" if day.is_month_only else f"{day.on.day} {day.on:%B %Y}"
    return typed(value)


def typed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


def _doubts(proposal: Proposal, questions: Sequence[Question]) -> tuple[str, ...]:
    doubts = list(proposal.doubts)
    if not doubts and proposal.confidence < UNSURE_BELOW:
        doubts.append("The reader is not sure of this.")
    doubts += [f"{q.label} More than one could be meant, or none." for q in questions if not q.is_sure]
    return tuple(doubts)


def chosen_label(question: Question) -> str:
    chosen = next((o for o in question.options if o.value == question.chosen), None)
    label = chosen.label if chosen else "nothing"
    return f"{label} for “{question.written}”" if question.chosen == WORDS and question.written else label


def _state_words(choice: Choice) -> str:
    return {Choice.ACCEPTED: "Accepted", Choice.CORRECTED: "Corrected", Choice.REFUSED: "Refused"}.get(choice, "")


def _said_by(proposal: Proposal) -> str:
    if proposal.choice not in DECIDED or proposal.chosen_at is None:
        return ""
    when = timezone.localtime(proposal.chosen_at)
    return f"{proposal.chosen_by or 'Sightline'}, {when:%-d %B %Y at %H:%M}"


def _waits_for(proposal: Proposal, resolver: Resolver) -> str:
    if needs_meeting(proposal) and resolver.meeting is None:
        return "Say first which meeting this paper is of."
    return ""


def _inputs(proposal: Proposal, fields: Mapping[str, Any]) -> Iterable[InputShown]:
    for key, value in fields.items():
        text = typed(value)
        choices = STATUSES if key == "status" and proposal.kind == "attendance" else ()
        yield InputShown(f"field-{key}", _label(key), text, choices, len(text) > 60)
