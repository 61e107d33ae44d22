"""The page of one meeting: what it was for, who came, what it decided, promised and wrote down."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.presenters.added import Added, AddedLink
from sightline.foundation.design.marks import Mark as Sign
from sightline.foundation.library.domain import Source
from sightline.foundation.library.presenters import source_marks
from sightline.record.actions.presenters import action_href, owner_words, status_cell

from ..domain import MINUTES_STATE_LABELS, LinkKind, MinutesState, Status
from ..domain.attendance import MARK_OF
from ..models import AgendaItem, Attendance, Decision, Meeting, MeetingAction, Minutes
from .added import ON_DECISIONS, ON_MEETINGS
from .words import sign

MINUTES_COLOURS = {MinutesState.DRAFT: "yellow", MinutesState.APPROVED: "green", MinutesState.PUBLISHED: "blue"}
KIND_LABELS = {
    LinkKind.RAISED: "Raised here",
    LinkKind.CARRIED: "Carried forward",
    LinkKind.CLOSED: "Closed here",
}
RESTRICTED_ITEM = "Restricted item"


@dataclass(frozen=True)
class Quote:
    words: str
    place: str
    href: str = ""


@dataclass(frozen=True)
class AttendeeLine:
    sign: Sign
    status: str
    name: str
    seat: str
    body: str
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class ItemLine:
    id: int
    order: int
    title: str
    lead: str
    minutes: int | None
    is_restricted: bool
    notes: str


@dataclass(frozen=True)
class DecisionLine:
    id: int
    number: str
    text: str
    item: str
    note: str
    quotes: tuple[Quote, ...]
    links: tuple[AddedLink, ...] = ()


@dataclass(frozen=True)
class ActionLine:
    id: int
    number: str
    what: str
    href: str
    owner: str
    due: date | None
    status: str
    colour: str
    kind: str
    is_closed: bool


@dataclass(frozen=True)
class MinutesLine:
    href: str
    version: int
    state: str
    colour: str
    note: str
    why: str


@dataclass(frozen=True)
class MeetingPage:
    agenda: tuple[ItemLine, ...]
    total_minutes: int
    attendance: tuple[AttendeeLine, ...]
    decisions: tuple[DecisionLine, ...]
    actions: tuple[ActionLine, ...]
    minutes: tuple[MinutesLine, ...]
    sources: tuple[Quote, ...]
    links: tuple[AddedLink, ...] = ()


def quotes(sources: Iterable[Source]) -> tuple[Quote, ...]:
    return tuple(Quote(mark.words, mark.text, mark.href) for mark in source_marks(sources))


def attendee_line(row: Attendance, sources: Iterable[Source] = ()) -> AttendeeLine:
    status = Status(row.status)
    mark = sign(MARK_OF[status]) if status in MARK_OF else Sign("aside", "Guest", sign="G")
    written = ", ".join(filter(None, (row.person_as_written, row.post_as_written, row.organisation_as_written)))
    body = row.organisation.name if row.organisation else row.organisation_as_written
    name = row.person.name if row.person else row.person_as_written
    notes = (
        f"for {row.deputy_for.name}" if row.deputy_for else "",
        "as written; not in the directory" if row.person_as_written and row.person is None else "",
    )
    note = "; ".join(filter(None, notes))
    seat = row.seat.title if row.seat else row.post_as_written
    quoted = quotes(sources) or ((Quote(written, "as written"),) if written else ())
    return AttendeeLine(mark, row.get_status_display(), name, seat, body, note, quoted)


def item_line(item: AgendaItem, may_read_restricted: bool) -> ItemLine:
    if item.is_restricted and not may_read_restricted:
        return ItemLine(item.pk, item.order, RESTRICTED_ITEM, "", item.minutes_allowed, True, "")
    return ItemLine(item.pk, item.order, item.title, item.lead, item.minutes_allowed, item.is_restricted, item.notes)


def decision_line(
    decision: Decision, sources: Iterable[Source] = (), links: tuple[AddedLink, ...] = ()
) -> DecisionLine:
    moved = (("proposed by", decision.proposed_by), ("seconded by", decision.seconded_by), ("", decision.result))
    note = ", ".join(f"{verb} {who}".strip() for verb, who in moved if who)
    item = f"{decision.agenda_item.order}. {decision.agenda_item.title}" if decision.agenda_item else ""
    return DecisionLine(decision.pk, decision.number, decision.text, item, note, quotes(sources), links)


def action_line(link: MeetingAction, slug: str, on: date) -> ActionLine:
    action, state = link.action, status_cell(link.action, on)
    return ActionLine(
        action.pk,
        action.number,
        action.what,
        action_href(slug, action.pk),
        owner_words(action) or "Nobody yet",
        action.due_on,
        state.text,
        state.tag,
        KIND_LABELS[LinkKind(link.kind)],
        action.closed_on is not None,
    )


def version_href(slug: str, minutes: Minutes) -> str:
    parts = {"partnership": slug, "meeting": minutes.meeting_id, "version": minutes.version}
    return reverse("meetings:version", kwargs=parts)


def minutes_line(minutes: Minutes, slug: str) -> MinutesLine:
    state = MinutesState(minutes.state)
    return MinutesLine(
        version_href(slug, minutes),
        minutes.version,
        MINUTES_STATE_LABELS[state],
        MINUTES_COLOURS[state],
        minutes_note(minutes),
        minutes.why,
    )


def minutes_note(minutes: Minutes) -> str:
    if minutes.approved_on is None:
        return f"Last written by {minutes.written_by or 'Sightline'}"
    approved = f"Approved by the chair on {minutes.approved_on:%-d %B %Y}"
    if minutes.approved_at_meeting is not None:
        approved = f"Approved at the meeting of {minutes.approved_at_meeting.held_on:%-d %B %Y}"
    return f"{approved}; published on {minutes.published_on:%-d %B %Y}" if minutes.published_on else approved


def meeting_page(
    meeting: Meeting,
    agenda: Iterable[AgendaItem],
    attendance: Iterable[Attendance],
    decisions: Iterable[Decision],
    links: Iterable[MeetingAction],
    minutes: Iterable[Minutes],
    sources: Mapping[str, Mapping[int, list[Source]]],
    on: date,
    may_read_restricted: bool,
    added: Callable[[Added, object], tuple[AddedLink, ...]],
) -> MeetingPage:
    """`added` gives the links of rooms above that the viewer may follow."""
    slug = meeting.partnership.slug
    items = tuple(item_line(item, may_read_restricted) for item in agenda)
    return MeetingPage(
        agenda=items,
        total_minutes=sum(item.minutes or 0 for item in items),
        attendance=tuple(attendee_line(row, sources["attendance"].get(row.pk, [])) for row in attendance),
        decisions=tuple(
            decision_line(one, sources["decision"].get(one.pk, []), added(ON_DECISIONS, one)) for one in decisions
        ),
        actions=tuple(action_line(link, slug, on) for link in links),
        minutes=tuple(minutes_line(one, slug) for one in minutes),
        sources=quotes(sources["meeting"].get(meeting.pk, [])),
        links=added(ON_MEETINGS, meeting),
    )
