"""The facts that rules judge: plain, frozen, read from the record in a constant number of questions."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .facts_promises import Promises
from .facts_reviews import Learning


@dataclass(frozen=True, slots=True)
class QuorumFacts:
    """At least `minimum` from one sector or one organisation (the other is empty)."""

    label: str
    minimum: int
    sector: str = ""
    organisation_id: int | None = None


@dataclass(frozen=True, slots=True)
class TermsFacts:
    id: int
    version: int
    is_approved: bool
    started_on: date | None = None
    review_on: date | None = None
    meetings_per_year: int | None = None
    quorum_minimum: int | None = None
    quorum_parts: tuple[QuorumFacts, ...] = ()
    quorum_as_written: str = ""
    purpose: str = ""
    deputies_allowed: bool | None = None


@dataclass(frozen=True, slots=True)
class Occupant:
    person_id: int
    name: str
    is_deputy: bool
    started_on: date | None
    left_post_on: date | None = None


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat in force on the day. `vacant_since` is set when nobody but deputies holds it."""

    id: int
    title: str
    capacity: str
    organisation_id: int | None = None
    organisation: str = ""
    sector: str = ""
    is_statutory_partner: bool = False
    is_required: bool = True
    counts_for_quorum: bool = True
    term_months: int | None = None
    occupants: tuple[Occupant, ...] = ()
    vacant_since: date | None = None
    is_vacant: bool = False


class Mark(NamedTuple):
    """One line of attendance. A tuple: a partnership has thousands, and they are made in a third of a dataclass’s time."""

    status: str
    seat_id: int | None = None
    organisation_id: int | None = None
    sector: str = ""
    person_id: int | None = None
    person: str = ""
    has_post: bool = False
    has_organisation: bool = False


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    id: int
    held_on: date
    state: str
    is_month_only: bool = False
    marks: tuple[Mark, ...] = ()
    minutes_state: str = ""
    minutes_approved_on: date | None = None
    decisions: int = 0
    actions_raised: int = 0


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """A board in force on the day, with its meetings of the last two years and those planned."""

    id: int
    name: str
    kind: str
    is_external: bool = False
    started_on: date | None = None
    terms: TermsFacts | None = None
    draft: TermsFacts | None = None
    seats: tuple[SeatFacts, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()
    lines_up: int = 0

    def held(self, on: date) -> tuple[MeetingFacts, ...]:
        """Meetings that took place, oldest first."""
        return tuple(
            sorted((m for m in self.meetings if m.state == "held" and m.held_on <= on), key=lambda m: m.held_on)
        )


@dataclass(frozen=True, slots=True)
class ActionFacts:
    id: int
    what: str
    is_open: bool
    status: str = "open"
    owner: str = ""
    owner_as_written: str = ""
    due_on: date | None = None
    due_as_written: str = ""
    raised_on: date | None = None
    closed_on: date | None = None
    closing_note: str = ""
    times_carried: int = 0
    last_progress_on: date | None = None
    owner_left_on: date | None = None
    owner_is_person_only: bool = False
    reported_on: date | None = None
    reported_by: str = ""
    rating: str = ""
    times_moved: int = 0
    reach_at_closing: str = ""
    """How far its evidence reached when it was closed; "none" without any that was graded, "" where nobody kept it."""
    reach: str = ""
    """How far its evidence reaches on the day."""


@dataclass(frozen=True, slots=True)
class RecommendationFacts:
    id: int
    number: str
    text: str
    source_title: str
    made_on: date | None = None
    addressee: str = ""
    answer: str = ""
    answered_on: date | None = None
    actions: int = 0
    open_actions: int = 0
    answer_by: date | None = None
    """The day that was named for an answer, or else the 30 working days of Sightline's convention."""
    is_waiting: bool = True
    """False where it is another's to answer, or another recommendation stands in its place."""
    last_closed_on: date | None = None
    has_impact: bool = False


@dataclass(frozen=True, slots=True)
class LawCited:
    """An edition that a document names, and the edition that took its place, if any."""

    cited: str
    superseded_on: date | None = None
    newer: str = ""


@dataclass(frozen=True, slots=True)
class FaultFacts:
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    id: int
    title: str
    kind: str = ""
    dated_on: date | None = None
    dated_as_written: str = ""
    review_on: date | None = None
    is_current: bool = True
    law: tuple[LawCited, ...] = ()
    faults: tuple[FaultFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A designated, named or lead role that the arrangements need, in one area; `holder` is empty when vacant."""

    subject_id: int
    title: str
    area: str
    holder: str = ""
    vacant_since: date | None = None


@dataclass(frozen=True, slots=True)
class ResponsibilityFacts:
    id: int
    title: str
    leads: tuple[str, ...] = ()
    contributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnershipFacts:
    """Facts of the arrangements as a whole. `unseated_partners` are safeguarding partners with no seat at any board."""

    id: int
    name: str
    unseated_partners: tuple[tuple[int, str], ...] = ()
    roles: tuple[RoleFacts, ...] = ()
    responsibilities: tuple[ResponsibilityFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules of one edition judge, of one partnership, on one day."""

    on: date
    partnership: PartnershipFacts
    boards: tuple[BoardFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    recommendations: tuple[RecommendationFacts, ...] = ()
    documents: tuple[DocumentFacts, ...] = ()
    learning: Learning = field(default_factory=Learning)
    promises: Promises = field(default_factory=Promises)
