from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain import DECIDED, IN_THE_RECORD, Choice, folded, merged
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries.questions import ANOTHER, NEW, WORDS
from sightline.oversight.intake.queries.resolving import Resolver
from sightline.partnership.governance.models import Board

from .learning import take_learning
from .meetings import take_attendance, take_decision, take_meeting, take_next_meeting, take_seats
from .papers import (
    ORGANISATION,
    cite_record,
    refuse_empty,
    take_board_structure,
    take_document_date,
    take_legislation,
    take_organisation,
    take_policy_date,
    take_statement,
)
from .plans import take_priority
from .promises import take_action, take_recommendation
from .reviews import take_finding, take_review
from .taking import Taking
from .undoing import give_up

HANDLERS: Mapping[str, Callable[[Taking], Reference]] = {
    "meeting": take_meeting,
    "attendance": take_attendance,
    "agency_attendance": take_attendance,
    "decisions": take_decision,
    "actions": take_action,
    "recommendations": take_recommendation,
    "next_meeting": take_next_meeting,
    "planned_meetings": take_next_meeting,
    "board_structure": take_board_structure,
    "document_date": take_document_date,
    "policy_dates": take_policy_date,
    "legislation": take_legislation,
    "organisations": take_organisation,
    "membership_posts": take_seats,
    "priorities": take_priority,
    "review_cases": take_review,
    "findings": take_finding,
    "learning": take_learning,
}
"""Kinds without a handler have no register yet: they are kept as confirmed statements."""


@deed
def accept(
    *,
    proposal: Proposal,
    by: User | None,
    at: datetime,
    answers: Mapping[str, str] | None = None,
    corrected: Mapping[str, Any] | None = None,
    resolver: Resolver | None = None,
) -> Proposal:
    """Into the record by the register's own command, with its source. Accepting twice does nothing twice.

    `answers` say who and what the names mean (see Resolver); `corrected` are fields as the person has them.
    """
    proposal = _locked(proposal)
    if proposal.choice in IN_THE_RECORD and not corrected:
        return proposal
    _refuse_decided(proposal)
    changes = {k: v for k, v in (corrected or {}).items() if v != proposal.fields.get(k)}
    proposal.corrected = {**(proposal.corrected or {}), **changes} or None
    fields = merged(proposal.fields, proposal.corrected)
    resolver = resolver or Resolver(proposal.paper, at.date())
    taking = Taking(proposal, fields, dict(answers or {}), resolver, by, at)
    refuse_empty(taking)
    record = _recorded(taking)
    cite_record(proposal, record, by, at)
    proposal.record_kind, proposal.record_id = record.kind, record.id
    _decide(proposal, Choice.CORRECTED if proposal.corrected else Choice.ACCEPTED, by, at)
    _settle_mentions(taking)
    return proposal


def _recorded(taking: Taking) -> Reference:
    """What a register finds wrong with a value is said as a refusal, to be corrected on the page."""
    try:
        return HANDLERS.get(taking.proposal.kind, take_statement)(taking)
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages)) from problem


def _settle_mentions(taking: Taking) -> None:
    """Saying who a body is in one find says it for every bare mention of the same name in the paper."""
    written, chosen = folded(taking.text("organisation")), taking.chosen.get("organisation", WORDS)
    if not written or chosen == WORDS:
        return
    organisation = taking.organisation()
    if organisation is None:
        return
    mentions = taking.paper.proposals.filter(kind="organisations", choice=Choice.PENDING)
    for mention in mentions.select_related("paper__version"):
        if folded(str(mention.fields.get("name") or "")) == written:
            mention.record_kind, mention.record_id = ORGANISATION, organisation.pk
            cite_record(mention, Reference(ORGANISATION, organisation.pk), taking.by, taking.at)
            _decide(mention, Choice.ACCEPTED, taking.by, taking.at)


def _locked(proposal: Proposal) -> Proposal:
    """The row as it stands now, not as the page had it when two people look at one paper."""
    rows = Proposal.objects.select_for_update(of=("self",)).select_related(
        "paper__partnership", "paper__version__document"
    )
    return rows.get(pk=proposal.pk)


def _refuse_decided(proposal: Proposal) -> None:
    if proposal.choice not in DECIDED:
        return
    who, when = proposal.chosen_by or "Sightline", localtime(proposal.chosen_at)
    verb = "refused" if proposal.choice == Choice.REFUSED else "accepted"
    raise Refused(f"{who} has {verb} this already, on {when:%-d %B at %H:%M}. Take that back first to decide anew.")


def _decide(proposal: Proposal, choice: Choice, by: User | None, at: datetime, because: str = "") -> Proposal:
    proposal.choice, proposal.chosen_by, proposal.chosen_at, proposal.refused_because = choice, by, at, because[:300]
    proposal.full_clean()
    proposal.save()
    return proposal


@deed
def correct(
    *,
    proposal: Proposal,
    corrected: Mapping[str, Any],
    by: User | None,
    at: datetime,
    answers: Mapping[str, str] | None = None,
) -> Proposal:
    """Accept with other values. What stood in the record from an earlier word is taken back first."""
    if _locked(proposal).choice in DECIDED:
        take_back(proposal=proposal, by=by, at=at)
    return accept(proposal=proposal, corrected=corrected, answers=answers, by=by, at=at)


@deed
def refuse(*, proposal: Proposal, by: User | None, at: datetime, because: str = "") -> Proposal:
    proposal = _locked(proposal)
    if proposal.choice == Choice.REFUSED:
        return proposal
    _refuse_decided(proposal)
    return _decide(proposal, Choice.REFUSED, by, at, because.strip())


@deed
def take_back(*, proposal: Proposal, by: User | None, at: datetime) -> Proposal:
    """Undecided again. What entered the record leaves it by the register's command, where nothing else hangs on it."""
    proposal = _locked(proposal)
    if proposal.choice not in DECIDED:
        return proposal
    if proposal.choice in IN_THE_RECORD:
        give_up(proposal, by)
    proposal.record_kind, proposal.record_id = "", None
    return _decide(proposal, Choice.PENDING, None, at)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a bulk deed did: how many entered the record, and those it left with the reason for each."""

    accepted: int
    left: tuple[tuple[int, str], ...]


REMEMBERED = frozenset({"actions", "priorities", "findings", "review_cases", "learning"})
"""Kinds of which the next find of a paper may be what the last one has just made."""


@deed
def accept_all(*, paper: Paper, kind: str, by: User | None, at: datetime) -> Taken:
    """Every undecided proposal of a kind that needs no second look; the others are left as they are, saying why."""
    resolver, accepted, left = Resolver(paper, at.date()), 0, []
    for proposal in paper.proposals.filter(kind=kind, choice=Choice.PENDING).select_related("paper__partnership"):
        questions = resolver.questions(kind, merged(proposal.fields, proposal.corrected))
        unsure = next((q for q in questions if not q.is_sure), None)
        if unsure is not None:
            left.append((proposal.pk, unsure.label))
            continue
        try:
            accept(proposal=proposal, by=by, at=at, resolver=resolver)
            accepted += 1
        except Refused as reason:
            left.append((proposal.pk, reason.reason))
        if kind in REMEMBERED or any(q.chosen in (NEW, ANOTHER) for q in questions):
            resolver = Resolver(paper, at.date())
    return Taken(accepted, tuple(left))


@deed
def refuse_all(*, paper: Paper, kind: str, by: User | None, at: datetime, because: str = "") -> int:
    """Every undecided proposal of a kind; the answer is how many."""
    pending = list(paper.proposals.filter(kind=kind, choice=Choice.PENDING))
    for proposal in pending:
        refuse(proposal=proposal, by=by, at=at, because=because)
    return len(pending)


@deed
def state_meeting(*, paper: Paper, board: Board, on: date, by: User | None, at: datetime) -> Proposal:
    """A person says which meeting a paper is of, where the reader found none: theirs, without words of the paper."""
    if board.partnership_id != paper.partnership_id:
        raise Refused("Choose a board of this partnership.", "board")
    known = paper.proposals.filter(key=f"stated:{board.pk}:{on}").first()
    proposal = known or Proposal(
        paper=paper,
        key=f"stated:{board.pk}:{on}",
        kind="meeting",
        fields={"date": on.isoformat(), "body": board.name},
        words="",
        start=0,
        end=0,
        confidence=1.0,
        reader="a person",
        reader_version="-",
    )
    if known is None:
        proposal.full_clean()
        proposal.save()
    return accept(proposal=proposal, answers={"board": f"board:{board.pk}"}, by=by, at=at)
