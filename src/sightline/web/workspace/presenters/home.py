"""The home page: what needs me, what is coming, what is slipping, what changed. A count is a link to exactly those things."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.presenters.changes import VERBS, kinds_of_change
from sightline.record.actions.models import Action
from sightline.record.meetings.models import Meeting

from ..queries.home import Needs, Slipping
from .waiting import SOON, Need, other_needs, urgent_needs


@dataclass(frozen=True)
class Line:
    text: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class HomePage:
    title: str
    needs: tuple[Need, ...]
    coming: tuple[Line, ...]
    slipping: tuple[Line, ...]
    changed: tuple[Line, ...]
    changes_href: str


@dataclass(frozen=True)
class PlaceCard:
    title: str
    href: str
    text: str


def home_page(
    partnership: Partnership,
    needs: Needs,
    coming: list[Meeting],
    slipping: list[Slipping],
    changed: Iterable[tuple[str, str, int]],
    on: date,
) -> HomePage:
    slug = partnership.slug
    return HomePage(
        title=partnership.name,
        needs=(
            *urgent_needs(needs.waiting, slug, on),
            *_papers(needs.papers, needs.proposals, slug),
            *(_minutes(m, slug) for m in needs.minutes),
            *(_action(a, slug, on) for a in needs.actions),
            *other_needs(needs.waiting, slug, on),
            *_duties(needs.duties, slug),
        ),
        coming=tuple(_meeting(m, slug, on) for m in coming),
        slipping=tuple(_slipping(s, slug) for s in slipping),
        changed=tuple(_changed(changed, slug)),
        changes_href=reverse("accounts:changes", args=[slug]),
    )


def _papers(papers: int, proposals: int, slug: str) -> tuple[Need, ...]:
    if not papers:
        return ()
    what = "paper has" if papers == 1 else "papers have"
    note = f"{proposals} proposals in all. Nothing enters the record until someone decides."
    return (Need(f"{papers} {what} proposals to decide", reverse("intake:tray", args=[slug]), note),)


def _minutes(meeting: Meeting, slug: str) -> Need:
    href = reverse("meetings:minutes", args=[slug, meeting.pk])
    return Need(f"Approve the minutes of {meeting.board.name}", href, f"Meeting of {meeting.held_on:%-d %B %Y}")


def _action(action: Action, slug: str, on: date) -> Need:
    href = reverse("actions:action", args=[slug, action.pk])
    if action.due_on is None:
        return Need(action.what, href, "Your action. No date was set.")
    note = f"Your action, due {action.due_on:%-d %B %Y}"
    if action.due_on < on:
        return Need(action.what, href, note, f"{(on - action.due_on).days} days late", "red")
    return Need(action.what, href, note, "Due soon" if action.due_on - on <= SOON else "", "yellow")


def _duties(number: int, slug: str) -> tuple[Need, ...]:
    if not number:
        return ()
    text = (
        "1 finding says that a duty may not be met"
        if number == 1
        else f"{number} findings say that a duty may not be met"
    )
    return (Need(text, reverse("gaps:findings", args=[slug]) + "?severity=Duty&state=Needs+someone"),)


def _meeting(meeting: Meeting, slug: str, on: date) -> Line:
    days = (meeting.held_on - on).days
    when = "Today" if days == 0 else "Tomorrow" if days == 1 else f"In {days} days"
    return Line(
        meeting.board.name,
        reverse("meetings:meeting", args=[slug, meeting.pk]),
        f"{meeting.held_on:%A %-d %B %Y}. {when}.",
    )


def _slipping(row: Slipping, slug: str) -> Line:
    parts = []
    if row.overdue:
        parts.append("1 action overdue" if row.overdue == 1 else f"{row.overdue} actions overdue")
    if row.findings:
        parts.append("1 finding" if row.findings == 1 else f"{row.findings} findings")
    return Line(row.board_name, reverse("governance:board", args=[slug, row.board_id]), ", ".join(parts))


def _changed(rows: Iterable[tuple[str, str, int]], slug: str) -> Iterable[Line]:
    rows = list(rows)
    names = dict(kinds_of_change({table for table, _, _ in rows}))
    href = reverse("accounts:changes", args=[slug])
    told: dict[str, list[str]] = {}
    for table, verb, number in rows:
        told.setdefault(table, []).append(f"{number} {VERBS[verb]}")
    return [Line(names[table].capitalize(), f"{href}?what={table}", ", ".join(said)) for table, said in told.items()]


def place_cards(viewer: Viewer, partnerships: Iterable[Partnership]) -> tuple[PlaceCard, ...]:
    regions = viewer.partnerships(Deed.OVERSEE)
    cards = [
        PlaceCard(
            p.name,
            reverse("workspace:partnership", args=[p.slug]),
            "Boards, meetings, promises, findings and documents.",
        )
        for p in partnerships
    ]
    if regions:
        cards.insert(
            0, PlaceCard("The region", reverse("workspace:region"), "What each partnership shares, side by side.")
        )
    if viewer.may(Deed.MANAGE_ACCOUNTS, None):
        cards.append(
            PlaceCard("Accounts", reverse("accounts:all"), "People who sign in to this installation, and their roles.")
        )
    return tuple(cards)
