"""The course of a challenge: what its steps make of it on a day, with the working days each stage took."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline.kernel.workdays import add_working_days, working_days_between

from .words import Outcome, State, StepKind

_OPENS = {StepKind.RAISED, StepKind.MOVED, StepKind.REOPENED}
_STOPS = {StepKind.RESOLVED}


@dataclass(frozen=True, slots=True)
class Told:
    """One step as it was recorded. Steps that open a stage carry its number, name and limit of that day."""

    kind: StepKind
    on: date
    stage: int = 0
    name: str = ""
    is_formal: bool = False
    allowed: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A time at one stage, in working days after the day it was entered; `left_on` None while it is still there."""

    number: int
    name: str
    is_formal: bool
    allowed: int | None
    entered_on: date
    left_on: date | None
    days: int

    @property
    def is_beyond(self) -> bool:
        return self.allowed is not None and self.days > self.allowed

    @property
    def due_on(self) -> date | None:
        """The last day on which the stage keeps its limit."""
        return add_working_days(self.entered_on, self.allowed) if self.allowed is not None else None


@dataclass(frozen=True, slots=True)
class Course:
    """`answered_on` is the last answer at any stage; `waits` while nobody has answered at the stage it stands at."""

    state: State
    spans: tuple[Span, ...]
    waits: bool
    answered_on: date | None
    informed_on: date | None
    outcome: Outcome | None
    resolved_on: date | None
    closed_on: date | None

    @property
    def now_at(self) -> Span | None:
        return self.spans[-1] if self.spans else None

    @property
    def is_open(self) -> bool:
        return self.state is not State.CLOSED

    @property
    def is_running(self) -> bool:
        """Whether the clock of its stage still runs: it stands still once the challenge is settled."""
        return self.resolved_on is None

    @property
    def is_beyond(self) -> bool:
        return self.is_running and self.now_at is not None and self.now_at.is_beyond

    @property
    def days(self) -> int:
        """Working days at all stages together."""
        return sum(span.days for span in self.spans)

    @property
    def reached(self) -> int:
        return max((span.number for span in self.spans), default=0)


def course_of(steps: Iterable[Told], on: date) -> Course | None:
    """What the steps up to a day come to; None when it was not raised by then. Steps come in the order they happened."""
    happened = [step for step in steps if step.on <= on]
    if not happened:
        return None
    answered = informed = resolved = closed = outcome = None
    waits = True
    for step in happened:
        if step.kind in _OPENS | {StepKind.ANSWERED}:
            waits = step.kind in _OPENS
        if step.kind is StepKind.ANSWERED:
            answered = step.on
        elif step.kind is StepKind.INFORMED:
            informed = informed or step.on
        elif step.kind is StepKind.RESOLVED:
            resolved, outcome = step.on, step.outcome
        elif step.kind is StepKind.CLOSED:
            closed = step.on
        elif step.kind is StepKind.REOPENED:
            answered = resolved = closed = outcome = None
    state = _state(waits, resolved, closed)
    return Course(state, tuple(_spans(happened, on)), waits, answered, informed, outcome, resolved, closed)


def _state(waits: bool, resolved: date | None, closed: date | None) -> State:
    if closed is not None:
        return State.CLOSED
    if resolved is not None:
        return State.RESOLVED
    return State.UNANSWERED if waits else State.ANSWERED


def _spans(steps: list[Told], on: date) -> Iterable[Span]:
    for place, step in enumerate(steps):
        if step.kind not in _OPENS:
            continue
        ends = next((later.on for later in steps[place + 1 :] if later.kind in _OPENS | _STOPS), None)
        days = working_days_between(step.on, ends or on)
        yield Span(step.stage, step.name, step.is_formal, step.allowed, step.on, ends, days)
