"""A paper beside what it proposes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.library.domain import kind_label as document_kind
from sightline.foundation.library.models import Page
from sightline.foundation.library.presenters import Mark, PagePane, page_pane
from sightline.oversight.intake.domain import (
    DECIDED,
    IN_THE_RECORD,
    Choice,
    kind_counted,
    kind_label,
    merged,
)
from sightline.oversight.intake.domain.values import MEMBERS, day_of
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries.resolving import ANOTHER, NEW, WORDS, Question, Resolver

SHOWN = 100
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
}
STATUSES = ("present", "apologies", "absent", "deputy", "member")
NEEDS_MEETING = frozenset({"attendance", "agency_attendance", "decisions"})
OF_ONE_MEETING = frozenset({"minutes", "agenda", "attendance_grid", ""})
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


@dataclass(frozen=True, slots=True)
class KindTab:
    kind: str
    text: str
    href: str
    pending: int
    total: int
    is_current: bool
    all_href: str


@dataclass(frozen=True)
class ReviewPage:
    title: str
    caption: str
    paper_id: int
    cards: tuple[Card, ...]
    pane: PagePane | None
    pane_href: str
    page_links: tuple[tuple[int, str, str, bool], ...]
    tabs: tuple[KindTab, ...]
    pending: int
    decided: int
    message: str
    faults: tuple[str, ...]
    asks_meeting: bool
    state_href: str
    end_href: str
    tray_href: str
    document_href: str
    other_view: tuple[str, str] | None
    more_href: str
    hidden: int

    @property
    def total(self) -> int:
        return self.pending + self.decided


def review_page(
    slug: str, paper: Paper, proposals: Sequence[Proposal], resolver: Resolver, pages: Sequence[Page], query: QueryDict
) -> ReviewPage:
    kind = query.get("kind", "")
    chosen = [p for p in proposals if not kind or p.kind == kind]
    active = _active(chosen, query.get("at", ""))
    start = (chosen.index(active) // SHOWN) * SHOWN if active else 0
    shown = chosen[start : start + SHOWN]
    cards = tuple(replace(card(slug, p, resolver), is_active=p is active) for p in shown)
    address = reverse("intake:review", args=[slug, paper.pk])
    number = _page_number(query, active, pages)
    pending = sum(p.choice == Choice.PENDING for p in proposals)
    document = paper.version.document
    after = chosen[start + SHOWN] if len(chosen) > start + SHOWN else None
    return ReviewPage(
        title=document.title,
        caption=f"{document_kind(paper.kind)}, {paper.file_name}" if paper.kind else paper.file_name,
        paper_id=paper.pk,
        cards=cards,
        pane=pane_of(slug, paper, _at(pages, number), proposals, query),
        pane_href=reverse("intake:pane", args=[slug, paper.pk, 0]).removesuffix("0"),
        page_links=tuple(
            (p.number, p.label or f"Page {p.number}", _with(address, kind, page=p.number), p.number == number)
            for p in pages
        ),
        tabs=tuple(_tabs(slug, paper, proposals, kind, address)),
        pending=pending,
        decided=len(proposals) - pending,
        message=paper.message,
        faults=tuple(fault["message"] for fault in paper.faults),
        asks_meeting=paper.kind in OF_ONE_MEETING and _asks_meeting(proposals, resolver),
        state_href=reverse("intake:state_meeting", args=[slug, paper.pk]),
        end_href=reverse("intake:end", args=[slug, paper.pk]),
        tray_href=reverse("intake:tray", args=[slug]),
        document_href=reverse("library:document", args=[slug, document.pk]),
        other_view=_other_view(paper, address, kind, number, query),
        more_href=_with(address, kind, at=after.pk) if after else "",
        hidden=len(chosen) - start - len(shown),
    )


def _active(proposals: Sequence[Proposal], asked: str) -> Proposal | None:
    """The one asked for, else the first that waits for a word."""
    by_id = {str(p.pk): p for p in proposals}
    waiting = (p for p in proposals if p.choice == Choice.PENDING)
    return by_id.get(asked) or next(waiting, proposals[0] if proposals else None)


def _page_number(query: QueryDict, active: Proposal | None, pages: Sequence[Page]) -> int:
    asked = query.get("page", "")
    if asked.isdecimal() and any(p.number == int(asked) for p in pages):
        return int(asked)
    return _page_of(active, pages) if active else 1


def _page_of(proposal: Proposal, pages: Sequence[Page]) -> int:
    return next((p.number for p in pages if p.start <= proposal.start < p.end), proposal.page or 1)


def _at(pages: Sequence[Page], number: int) -> Page | None:
    return next((p for p in pages if p.number == number), None)


def _with(address: str, kind: str, **more: object) -> str:
    asked = {**({"kind": kind} if kind else {}), **more}
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return f"{address}?{query}#cards" if query else address


def _other_view(paper: Paper, address: str, kind: str, number: int, query: QueryDict) -> tuple[str, str] | None:
    if paper.version.media_type != "application/pdf":
        return None
    if query.get("show") == "text":
        return _with(address, kind, page=number), "Show the page as it looks"
    return _with(address, kind, page=number, show="text"), "Show the text"


def _tabs(slug: str, paper: Paper, proposals: Sequence[Proposal], kind: str, address: str) -> Iterable[KindTab]:
    totals = Counter(p.kind for p in proposals)
    pending = Counter(p.kind for p in proposals if p.choice == Choice.PENDING)
    yield KindTab("", "All", address, sum(pending.values()), len(proposals), not kind, "")
    for one in totals:
        text = kind_counted(one, 2).removeprefix("2 ").capitalize()
        all_href = reverse("intake:accept_all", args=[slug, paper.pk, one]) if pending[one] else ""
        yield KindTab(one, text, _with(address, one), pending[one], totals[one], one == kind, all_href)


def _asks_meeting(proposals: Sequence[Proposal], resolver: Resolver) -> bool:
    """Whether a person must say which meeting it was: there are finds that hang on one, and no proposal of one."""
    has_meeting = any(p.kind == "meeting" and p.choice != Choice.REFUSED for p in proposals)
    waiting = any(_needs_meeting(p) for p in proposals)
    return resolver.meeting is None and waiting and not has_meeting


def _needs_meeting(proposal: Proposal) -> bool:
    """Rows of a grid name their own meetings, and a membership list is of none."""
    fields = proposal.fields
    return proposal.kind in NEEDS_MEETING and not fields.get("meeting_date") and fields.get("status") not in MEMBERS


def pane_of(
    slug: str, paper: Paper, page: Page | None, proposals: Iterable[Proposal], query: QueryDict
) -> PagePane | None:
    if page is None:
        return None
    marks = [Mark(p.start, p.end, str(p.pk), tuple(map(tuple, p.boxes))) for p in proposals if p.end > p.start]
    return page_pane(slug, paper.version, page, marks, query.get("show") == "text")


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
        enters_as="; ".join(_chosen_label(q) for q in questions if q.is_sure),
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
        yield FieldShown(_label(key), _words(value), as_read)
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


def _chosen_label(question: Question) -> str:
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
    if _needs_meeting(proposal) and resolver.meeting is None:
        return "Say first which meeting this paper is of."
    return ""


def _inputs(proposal: Proposal, fields: Mapping[str, Any]) -> Iterable[InputShown]:
    for key, value in fields.items():
        text = typed(value)
        choices = STATUSES if key == "status" and proposal.kind == "attendance" else ()
        yield InputShown(f"field-{key}", _label(key), text, choices, len(text) > 60)


@dataclass(frozen=True)
class ConfirmAll:
    """What a bulk deed would do, to be confirmed."""

    title: str
    count: int
    rows: tuple[str, ...]
    creates: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    action: str
    back: str
    waits_for: str
    pending: int
    refuse_text: str


def confirm_all(slug: str, paper: Paper, kind: str, proposals: Iterable[Proposal], resolver: Resolver) -> ConfirmAll:
    cards = [card(slug, p, resolver) for p in proposals if p.kind == kind and p.choice == Choice.PENDING]
    sure = [c for c in cards if not c.questions]
    unsure = [c for c in cards if c not in sure]
    settled = [q for c in sure for q in c.settled if q.chosen in (NEW, ANOTHER)]
    new = dict.fromkeys(_chosen_label(q) for q in settled)
    return ConfirmAll(
        title=f"Accept {kind_counted(kind, len(sure))}?",
        count=len(sure),
        rows=tuple(_in_one_line(c) for c in sure),
        creates=tuple(new),
        left=tuple((c.headline, c.questions[0].label) for c in unsure),
        action=reverse("intake:accept_all", args=[slug, paper.pk, kind]),
        back=reverse("intake:review", args=[slug, paper.pk]),
        waits_for=next((c.waits_for for c in sure if c.waits_for), ""),
        pending=len(cards),
        refuse_text=f"Refuse all {len(cards)}" if len(cards) > 1 else "Refuse it",
    )


def _in_one_line(one: Card) -> str:
    return " · ".join([one.headline, *(f.value for f in one.fields)])


@dataclass(frozen=True)
class EndPage:
    """What became of a paper."""

    title: str
    entered: tuple[str, ...]
    refused: tuple[str, ...]
    left: int
    faults: tuple[str, ...]
    review_href: str
    tray_href: str
    document_href: str
    next_href: str


def end_page(slug: str, paper: Paper, proposals: Sequence[Proposal], following: Paper | None) -> EndPage:
    entered = Counter(p.kind for p in proposals if p.choice in IN_THE_RECORD)
    refused = Counter(p.kind for p in proposals if p.choice == Choice.REFUSED)
    document = paper.version.document
    return EndPage(
        title=document.title,
        entered=tuple(kind_counted(kind, number) for kind, number in entered.most_common()),
        refused=tuple(kind_counted(kind, number) for kind, number in refused.most_common()),
        left=sum(p.choice == Choice.PENDING for p in proposals),
        faults=tuple(fault["message"] for fault in paper.faults),
        review_href=reverse("intake:review", args=[slug, paper.pk]),
        tray_href=reverse("intake:tray", args=[slug]),
        document_href=reverse("library:document", args=[slug, document.pk]),
        next_href=reverse("intake:review", args=[slug, following.pk]) if following else "",
    )
