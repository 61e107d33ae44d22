"""What a deed on all of a kind would do, and what became of a paper."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from sightline.oversight.intake.domain import (
    IN_THE_RECORD,
    Choice,
    kind_counted,
)
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries.questions import ANOTHER, NEW
from sightline.oversight.intake.queries.resolving import Resolver

from .cards import Card, card, chosen_label


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
    new = dict.fromkeys(chosen_label(q) for q in settled)
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
