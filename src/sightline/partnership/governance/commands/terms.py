"""Verbs of terms of reference: drafted, revised while a draft, approved; a new version supersedes the one before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain import Sector
from sightline.partnership.directory.models import Organisation
from sightline.partnership.governance.domain import TermsState
from sightline.partnership.governance.models import Board, QuorumPart, Terms

FIELDS = (
    "purpose",
    "responsibilities",
    "meetings_per_year",
    "quorum_as_written",
    "quorum_minimum",
    "chairing",
    "chairing_as_written",
    "secretariat",
    "deputies_allowed",
    "review_on",
    "standing_items",
)


@dataclass(frozen=True, slots=True)
class QuorumOf:
    """Part of a quorum by agency mix: at least `minimum` from a sector, or from one organisation."""

    minimum: int = 1
    sector: Sector | None = None
    organisation: Organisation | None = None


@deed
def draft_terms(*, board: Board, by: User | None, quorum_parts: Sequence[QuorumOf] = (), **fields: Any) -> Terms:
    """The next version, as a draft. Without fields it starts as a copy of the version before."""
    if board.terms.filter(state=TermsState.DRAFT).exists():
        raise Refused("There is already a draft of these terms of reference. Change that draft.")
    before = board.terms.order_by("-version").first()
    terms = Terms(board=board, version=(before.version if before else 0) + 1)
    if before is not None and not fields and not quorum_parts:
        fields = {name: getattr(before, name) for name in FIELDS if name != "review_on"}
        quorum_parts = [_quorum_of(part) for part in before.quorum_parts.all()]
    return _written(terms, fields, quorum_parts)


def _quorum_of(part: QuorumPart) -> QuorumOf:
    return QuorumOf(part.minimum, Sector(part.sector) if part.sector else None, part.organisation)


@deed
def revise_draft(
    *, terms: Terms, by: User | None, quorum_parts: Sequence[QuorumOf] | None = None, **fields: Any
) -> Terms:
    if terms.state != TermsState.DRAFT:
        raise Refused("Approved terms of reference never change. Draft a new version.")
    return _written(terms, fields, quorum_parts)


def _written(terms: Terms, fields: dict[str, Any], quorum_parts: Sequence[QuorumOf] | None) -> Terms:
    for name, value in fields.items():
        if name not in FIELDS:
            raise ValueError(f"terms of reference have no {name}")
        setattr(terms, name, value)
    kept(terms)
    if quorum_parts is not None:
        terms.quorum_parts.all().delete()
        for part in quorum_parts:
            sector = part.sector or ""
            kept(QuorumPart(terms=terms, minimum=part.minimum, sector=sector, organisation=part.organisation))
    return terms


@deed
def approve_terms(*, terms: Terms, on: date, by: User | None, review_on: date | None = None) -> Terms:
    """In force from `on`; the version in force before ends that day."""
    if terms.state != TermsState.DRAFT:
        raise Refused("These terms of reference are already approved.")
    before = terms.board.terms.filter(state=TermsState.APPROVED, ended_on__isnull=True).first()
    if before is not None and before.started_on is not None and on <= before.started_on:
        raise Refused(f"Version {before.version} started on {before.started_on:%-d %B %Y}. Choose a later date.", "on")
    if before is not None:
        before.ended_on = on
        kept(before)
    terms.state, terms.started_on = TermsState.APPROVED, on
    terms.review_on = review_on or terms.review_on
    return kept(terms)


@deed
def end_terms(*, terms: Terms, on: date, by: User | None) -> Terms:
    """The board goes on without terms in force. `on` is the first day without them."""
    if terms.started_on is not None and on <= terms.started_on:
        raise Refused(f"Version {terms.version} began on {terms.started_on:%-d %B %Y}. Choose a later day.", "last_day")
    terms.ended_on = on
    return kept(terms)
