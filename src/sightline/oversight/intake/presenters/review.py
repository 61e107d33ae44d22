"""A paper beside what it proposes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse

from sightline.foundation.library.domain import kind_label as document_kind
from sightline.foundation.library.models import Page
from sightline.foundation.library.presenters import Mark, PagePane, page_pane
from sightline.oversight.intake.domain import (
    Choice,
    kind_counted,
)
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries.resolving import Resolver

from .cards import Card, card, needs_meeting

SHOWN = 100
OF_ONE_MEETING = frozenset({"minutes", "agenda", "attendance_grid", ""})


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
        tabs=kind_tabs(slug, paper, [(p.kind, p.choice) for p in proposals], kind),
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


def kind_tabs(slug: str, paper: Paper, words: Iterable[tuple[str, str]], current: str) -> tuple[KindTab, ...]:
    """`words`: kind and choice of each proposal, in the order of the paper."""
    words = list(words)
    address = reverse("intake:review", args=[slug, paper.pk])
    totals = Counter(kind for kind, _ in words)
    pending = Counter(kind for kind, choice in words if choice == Choice.PENDING)
    everything = KindTab("", "All", address, pending.total(), len(words), not current, "")
    return (everything, *(_tab(slug, paper, kind, pending[kind], totals[kind], current) for kind in totals))


def _tab(slug: str, paper: Paper, kind: str, pending: int, total: int, current: str) -> KindTab:
    address = reverse("intake:review", args=[slug, paper.pk])
    text = kind_counted(kind, 2).removeprefix("2 ").capitalize()
    all_href = reverse("intake:accept_all", args=[slug, paper.pk, kind]) if pending else ""
    return KindTab(kind, text, _with(address, kind), pending, total, kind == current, all_href)


def _asks_meeting(proposals: Sequence[Proposal], resolver: Resolver) -> bool:
    """Whether a person must say which meeting it was: there are finds that hang on one, and no proposal of one."""
    has_meeting = any(p.kind == "meeting" and p.choice != Choice.REFUSED for p in proposals)
    waiting = any(needs_meeting(p) for p in proposals)
    return resolver.meeting is None and waiting and not has_meeting


def pane_of(
    slug: str, paper: Paper, page: Page | None, proposals: Iterable[Proposal], query: QueryDict
) -> PagePane | None:
    if page is None:
        return None
    marks = [Mark(p.start, p.end, str(p.pk), tuple(map(tuple, p.boxes))) for p in proposals if p.end > p.start]
    return page_pane(slug, paper.version, page, marks, query.get("show") == "text")
