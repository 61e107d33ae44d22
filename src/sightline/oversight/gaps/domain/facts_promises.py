"""Facts of what was promised and what came of it: priorities, plans, evidence, challenges, referrals, changes of law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ObjectiveFacts:
    """`actions` are those that serve it and were not withdrawn; `has_evidence` of it or of one of them, counting today."""

    id: int
    text: str
    state: str = "open"
    measure: str = ""
    has_lead: bool = True
    due_on: date | None = None
    ended_on: date | None = None
    actions: int = 0
    has_evidence: bool = False


@dataclass(frozen=True, slots=True)
class PriorityFacts:
    """A priority of the last two years. `has_impact`: evidence of changed practice or outcomes somewhere in its chain."""

    id: int
    title: str
    outcome: str = ""
    has_board: bool = True
    started_on: date | None = None
    ended_on: date | None = None
    ending_note: str = ""
    is_carried_on: bool = False
    themes_confirmed: int = 0
    themes_proposed: int = 0
    objectives: tuple[ObjectiveFacts, ...] = ()
    has_impact: bool = False
    standstill: tuple[date, ...] = ()
    """The last reviews of progress, the newest first, at each of which it had not moved; ends at one where it had."""

    def is_in_force(self, on: date) -> bool:
        return (self.started_on is None or self.started_on <= on) and (self.ended_on is None or self.ended_on > on)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """How the partnership stands with one plan that is asked for or usual. `state` as the register of plans says it."""

    format_id: int
    title: str
    obligation: str
    state: str
    is_verified: bool = True
    owed_by: str = ""
    plan_id: int | None = None
    submitted_on: date | None = None
    review_on: date | None = None
    expires_on: date | None = None
    returned_on: date | None = None
    resubmit_by: date | None = None
    has_owner: bool = True
    left_out: int = 0
    law: str = ""
    law_superseded_on: date | None = None

    @property
    def named(self) -> str:
        return f"The plan ‘{self.title}’"


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """Reviews of progress. `due_on` None where no priority is known to have begun."""

    due_on: date | None = None
    last_on: date | None = None
    open_id: int | None = None
    open_since: date | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """A piece that stands (neither withdrawn nor replaced) and bears on something."""

    id: int
    title: str
    grade: str = ""
    added_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    id: int
    source_title: str
    made_on: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class ChallengeFacts:
    """`learning` is what was learned, or why nothing was."""

    id: int
    number: str
    about: str
    by: str
    to: str
    raised_on: date
    stage: str = ""
    days_at_stage: int = 0
    allowed: int | None = None
    is_beyond: bool = False
    answered_on: date | None = None
    resolved_on: date | None = None
    closed_on: date | None = None
    learning: str = ""


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A referral that a board of this partnership sent."""

    id: int
    title: str
    board: str
    to: str
    sent_on: date
    stage: str = "sent"
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """A change of law or guidance that Sightline asks a word on."""

    edition_id: int
    label: str
    changed_on: date
    due_on: date
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class Promises:
    """`repeated`: groups of recommendations that ask the same, each with the newest first.

    `has_plans`: whether the register of plans is in use at all, without which it cannot be said that one is missing.
    """

    priorities: tuple[PriorityFacts, ...] = ()
    plans: tuple[PlanFacts, ...] = ()
    has_plans: bool = False
    progress: ProgressFacts = ProgressFacts()
    evidence: tuple[EvidenceFacts, ...] = ()
    repeated: tuple[tuple[Asked, ...], ...] = ()
    challenges: tuple[ChallengeFacts, ...] = ()
    has_own_stages: bool = False
    referrals: tuple[ReferralFacts, ...] = ()
    changes: tuple[ChangeFacts, ...] = ()

    def in_force(self, on: date) -> Iterator[PriorityFacts]:
        return (priority for priority in self.priorities if priority.is_in_force(on))

    def open_objectives(self, on: date) -> Iterator[tuple[PriorityFacts, ObjectiveFacts]]:
        """Objectives under way of priorities in force."""
        for priority in self.in_force(on):
            yield from ((priority, objective) for objective in priority.objectives if objective.state == "open")
