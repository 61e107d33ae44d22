"""Facts of serious incidents, reviews, and the learning that comes of them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """`is_late` None: the day of becoming aware is not known. `days_over` are working days past the notification's day."""

    id: int
    reference: str
    state: str = "logged"
    aware_on: date | None = None
    notified_on: date | None = None
    due_on: date | None = None
    is_late: bool | None = None
    days_over: int = 0
    has_rapid_review: bool = False
    rapid_due_on: date | None = None


@dataclass(frozen=True, slots=True)
class RapidFacts:
    """`start` is the day from which the partnership counts, in words. `is_late` None: that day is not known, or lateness
    is not counted then. `checks_open`: things of the checklist that nobody has answered.
    """

    id: int
    reference: str
    start: str = ""
    due_on: date | None = None
    is_late: bool | None = None
    days_over: int = 0
    is_running: bool = True
    decided_on: date | None = None
    ratified_on: date | None = None
    sent_on: date | None = None
    replied_on: date | None = None
    reply_is_slow: bool = False
    returns_missing: tuple[str, ...] = ()
    returns_late: tuple[str, ...] = ()
    to_ratify: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    has_partners: bool = True
    checks_open: int = 0
    awaits_response: bool = False


@dataclass(frozen=True, slots=True)
class FindingFacts:
    number: str
    text: str
    has_theme: bool = True
    has_proposed_theme: bool = False
    has_recommendation: bool = True


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """A review that is run on the template. `is_over`: past its six months, and no reason was sent. `cannot_be_counted`: it
    is to be published, and the day from which the six months run is not on record.

    `publishes_on`: the day it was published, or else the day that is planned. `empty_parts` are headings of the template.
    """

    decided_on: date | None = None
    cannot_be_counted: bool = False
    due_on: date | None = None
    is_over: bool = False
    days_over: int = 0
    publishes_on: date | None = None
    notice_due_on: date | None = None
    notice_sent_on: date | None = None
    update_due_on: date | None = None
    reviewers: int = 0
    independent_reviewers: int = 0
    reviewers_of_unknown_standing: int = 0
    empty_parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """Any review but a rapid one. `is_restricted`: not published by the day, or taken back since.

    `recommendations` are ids; `answered_fully` those of them that an action with an owner and a day answers. `loose`: how
    many recommendations the record ties to no finding. `briefings`: issued ones made from its findings. A report of counts
    (child deaths) is not `expected_to_find`.
    """

    id: int
    reference: str
    is_restricted: bool = True
    completed_on: date | None = None
    published_on: date | None = None
    findings: tuple[FindingFacts, ...] = ()
    recommendations: tuple[int, ...] = ()
    answered_fully: frozenset[int] = frozenset()
    loose: int = 0
    briefings: int = 0
    expected_to_find: bool = True
    practice: PracticeFacts | None = None

    def ended_on(self, on: date) -> date | None:
        """The day by which it was complete or published, if that has come."""
        return min((day for day in (self.completed_on, self.published_on) if day and day <= on), default=None)


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """A briefing that was sent to a safeguarding partner, whose receipt is past its day and not confirmed."""

    id: int
    briefing: str
    organisation: str
    sent_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class NamedFacts:
    """A thing of which a register says that something is missing, and the day from which that counts."""

    id: int
    name: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """A briefing in force: issued, neither revised nor retired. `sources`: findings and recommendations it is made from."""

    id: int
    title: str
    issued_on: date
    review_on: date | None = None
    sources: int = 0
    also_from: str = ""


@dataclass(frozen=True, slots=True)
class VoiceFacts:
    """Children, families or communities were asked. `changes`: how much is recorded as changed because of it."""

    id: int
    title: str
    held_on: date
    feedback_due_on: date | None = None
    fed_back_on: date | None = None
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Learning:
    """Incidents, reviews and what is learned from them."""

    incidents: tuple[IncidentFacts, ...] = ()
    rapid_reviews: tuple[RapidFacts, ...] = ()
    reviews: tuple[ReviewFacts, ...] = ()
    briefings: tuple[BriefingFacts, ...] = ()
    receipts_missing: tuple[ReceiptFacts, ...] = ()
    not_passed_on: tuple[NamedFacts, ...] = ()
    tracks_without_re_audit: tuple[NamedFacts, ...] = ()
    examples_without_evidence: tuple[NamedFacts, ...] = ()
    priorities_without_voice: tuple[NamedFacts, ...] = ()
    voice: tuple[VoiceFacts, ...] = ()
