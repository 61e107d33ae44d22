"""How far a chain has come, and what moved between two days. Pure: the record's rows come in as plain facts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sightline.kernel.periods import months_after

MONTHS_BETWEEN_REVIEWS = 6
"""A review of progress against priorities every six months: what independent scrutiny asks of partnerships; Sightline's default."""


class ReviewState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Moved(StrEnum):
    """A person's word on a priority at a review."""

    FORWARD = "forward"
    STILL = "still"
    BACK = "back"
    UNKNOWN = "unknown"


MOVED_LABELS = {
    Moved.FORWARD: "Moved forward",
    Moved.STILL: "Did not move",
    Moved.BACK: "Moved back",
    Moved.UNKNOWN: "Not known",
}
NEEDS_REASON = frozenset({Moved.STILL, Moved.BACK, Moved.UNKNOWN})


class Stage(StrEnum):
    """How far a priority or objective has come along its chain, by what the record holds and nothing else."""

    WORDS = "words"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    IMPACT = "impact"


STAGE_LABELS = {
    Stage.WORDS: "Words only: no action serves it",
    Stage.PLANNED: "Actions planned, none begun",
    Stage.UNDER_WAY: "Actions under way, no evidence of impact yet",
    Stage.DONE: "All actions done, no evidence of impact yet",
    Stage.IMPACT: "Evidence of impact",
}


@dataclass(frozen=True, slots=True)
class Work:
    """The actions that serve something on a day."""

    total: int = 0
    begun: int = 0
    done: int = 0
    overdue: int = 0

    def __add__(self, other: "Work") -> "Work":
        return Work(
            self.total + other.total, self.begun + other.begun, self.done + other.done, self.overdue + other.overdue
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one priority stood on a day: objectives by state, work, and pieces of evidence by grade ("" ungraded)."""

    objectives: Mapping[str, int] = field(default_factory=dict)
    work: Work = Work()
    evidence: Mapping[str, int] = field(default_factory=dict)

    @property
    def has_impact(self) -> bool:
        return bool(self.evidence.get("practice") or self.evidence.get("outcome"))


def stage_of(work: Work, has_impact: bool) -> Stage:
    if has_impact:
        return Stage.IMPACT
    if not work.total:
        return Stage.WORDS
    if work.done == work.total:
        return Stage.DONE
    return Stage.UNDER_WAY if work.begun or work.done else Stage.PLANNED


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that moved, in words; `is_forward` None where a direction cannot be said."""

    words: str
    is_forward: bool | None


def changes(before: Standing, after: Standing) -> tuple[Change, ...]:
    """What moved between two days. Nothing moved is an empty answer, for people to explain."""
    set_since = sum(after.objectives.values()) - sum(before.objectives.values())
    said = [
        _counted(set_since, "objective was set", "objectives were set", None),
        _counted(after.work.total - before.work.total, "action was added", "actions were added", None),
        _counted(after.work.done - before.work.done, "action was done", "actions were done", True),
        _counted(after.work.overdue - before.work.overdue, "more action is overdue", "more actions are overdue", False),
        _counted(
            before.work.overdue - after.work.overdue, "fewer action is overdue", "fewer actions are overdue", True
        ),
        _counted(_ended(after) - _ended(before), "objective was met", "objectives were met", True),
        *(_evidence(grade, words, before, after) for grade, words in _GRADES.items()),
    ]
    return tuple(change for change in said if change is not None)


_GRADES = {
    "activity": "evidence of activity",
    "output": "evidence of output",
    "practice": "evidence of a change in practice",
    "outcome": "evidence of an outcome for children",
    "": "evidence that nobody has graded",
}


def _ended(standing: Standing) -> int:
    return standing.objectives.get("met", 0)


def _evidence(grade: str, words: str, before: Standing, after: Standing) -> Change | None:
    more = after.evidence.get(grade, 0) - before.evidence.get(grade, 0)
    if more > 0:
        return Change(
            f"{more} more {'piece' if more == 1 else 'pieces'} of {words}", grade in ("practice", "outcome") or None
        )
    if more < 0:
        return Change(
            f"{-more} {'piece' if more == -1 else 'pieces'} of {words} no longer {'counts' if more == -1 else 'count'}",
            False,
        )
    return None


def _counted(number: int, one: str, many: str, is_forward: bool | None) -> Change | None:
    return Change(f"{number} {one if number == 1 else many}", is_forward) if number > 0 else None


def tally(grades: Iterable[str]) -> dict[str, int]:
    return dict(Counter(grades))


def review_due(last: date | None, started: date | None) -> date | None:
    """Six months after the last review, else after the earliest priority began; None when neither is known."""
    day = last or started
    return months_after(day, MONTHS_BETWEEN_REVIEWS) if day else None
