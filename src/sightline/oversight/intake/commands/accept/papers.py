"""Finds about the paper itself and the bodies it names, and those that have no register yet."""

from datetime import datetime

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import cite, date_document, index_entry, set_review
from sightline.foundation.library.domain import DOCUMENT, Visibility
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain import kind_label
from sightline.oversight.intake.domain.values import day_of, meetings_a_year, number_in
from sightline.oversight.intake.models import Proposal
from sightline.partnership.governance.commands import draft_terms, revise_draft
from sightline.partnership.governance.domain import TermsState
from sightline.partnership.law.queries import recognise

from .taking import Taking

STATEMENT = "intake.proposal"
TERMS = "governance.terms"
ORGANISATION = "directory.organisation"
EDITION = "law.edition"


def take_document_date(taking: Taking) -> Reference:
    document, written = taking.paper.version.document, taking.text("date")
    day = day_of(written)
    whole = day.on if day and not day.is_month_only else None
    date_document(document=document, dated_on=whole, as_written=taking.proposal.words[:80] or written, by=taking.by)
    return Reference(DOCUMENT, document.pk)


def take_policy_date(taking: Taking) -> Reference:
    """Only the day of review has a place of its own with the document; other dates stay statements."""
    day, what = day_of(taking.text("date")), taking.text("what").lower()
    if day is None or "review" not in what:
        return take_statement(taking)
    set_review(document=taking.paper.version.document, review_on=day.on, by=taking.by)
    return Reference(DOCUMENT, taking.paper.version.document_id)


def take_organisation(taking: Taking) -> Reference:
    organisation = taking.organisation()
    if organisation is None:
        return take_statement(taking)
    return Reference(ORGANISATION, organisation.pk)


def take_board_structure(taking: Taking) -> Reference:
    """Into the draft of the board's terms of reference, to be approved there; what has no place in it stays a statement."""
    fields = _terms_fields(taking.text("aspect").lower(), taking.text("value"))
    if not fields:
        return take_statement(taking)
    board = (
        taking.meeting_if_known.board if "board" not in taking.chosen and taking.meeting_if_known else taking.board()
    )
    draft = board.terms.filter(state=TermsState.DRAFT).first() or draft_terms(board=board, by=taking.by)
    revise_draft(terms=draft, by=taking.by, **fields)
    return Reference(TERMS, draft.pk)


def _terms_fields(aspect: str, value: str) -> dict[str, object]:
    if "quorum" in aspect:
        return {"quorum_as_written": value, "quorum_minimum": number_in(value)}
    if "frequency" in aspect:
        return {"meetings_per_year": meetings_a_year(value)} if meetings_a_year(value) else {}
    if "chair" in aspect and "deputy" not in aspect:
        return {"chairing_as_written": value[:300]}
    if "secretar" in aspect:
        return {"secretariat": value[:200]}
    if "substitute" in aspect or "deput" in aspect:
        return {"deputies_allowed": not value.lower().startswith(("no ", "not "))}
    day = day_of(value) if "review" in aspect else None
    return {"review_on": day.on} if day else {}


def take_legislation(taking: Taking) -> Reference:
    """The passage is tied to the edition it names, where Sightline knows that edition."""
    named = recognise(taking.text("title") or taking.text("name"))
    if named is None or named.edition is None:
        return take_statement(taking)
    return Reference(EDITION, named.edition.id)


def take_statement(taking: Taking) -> Reference:
    """Confirmed, with its document, and found by search, until a person takes it into a later register (decision 26)."""
    proposal = taking.proposal
    document = taking.paper.version.document
    index_entry(
        kind=STATEMENT,
        id=proposal.pk,
        partnership=taking.partnership,
        title=f"{kind_label(proposal.kind)}: {proposal.words}"[:300],
        text=" ".join(str(value) for value in taking.fields.values() if value not in (None, "")),
        dated_on=document.dated_on,
        is_restricted=document.visibility == Visibility.RESTRICTED,
        by=taking.by,
    )
    return Reference(STATEMENT, proposal.pk)


def refuse_empty(taking: Taking) -> None:
    if not any(value not in (None, "") for value in taking.fields.values()):
        raise Refused("There is nothing in this proposal. Correct it, or refuse it.")


def cite_record(proposal: Proposal, record: Reference, by: User | None, at: datetime) -> None:
    """Every accepted value shows its words. What a person stated without words has none to show."""
    version = proposal.paper.version
    if proposal.end > proposal.start and version is not None:
        cite(version=version, start=proposal.start, end=proposal.end, subject=record, at=at, by=by)
