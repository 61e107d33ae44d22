"""From audit to re-audit: where the learning of a theme or a finding stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class StepKind(StrEnum):
    """In the order in which learning becomes change."""

    AUDIT = "audit"
    DEEP_DIVE = "deep_dive"
    BRIEFING = "briefing"
    TRAINING = "training"
    RE_AUDIT = "re_audit"


STEP_LABELS = {
    StepKind.AUDIT: "Audit",
    StepKind.DEEP_DIVE: "Deep dive",
    StepKind.BRIEFING: "Briefing",
    StepKind.TRAINING: "Training",
    StepKind.RE_AUDIT: "Re-audit",
}
RE_AUDIT_WITHIN = timedelta(days=365)
"""After the last briefing or training, within which one looks again whether practice changed. Our convention."""
TEACHES = frozenset({StepKind.BRIEFING, StepKind.TRAINING})


@dataclass(frozen=True, slots=True)
class StepFacts:
    kind: StepKind
    planned_on: date | None
    done_on: date | None


class StepState(StrEnum):
    DONE = "done"
    PLANNED = "planned"
    OVERDUE = "overdue"
    MISSING = "missing"


STATE_LABELS = {
    StepState.DONE: "Done",
    StepState.PLANNED: "Planned",
    StepState.OVERDUE: "Overdue",
    StepState.MISSING: "Not planned",
}


@dataclass(frozen=True, slots=True)
class Rung:
    """One kind of step on the line: how it stands and on which day (done, or planned for)."""

    kind: StepKind
    state: StepState
    on: date | None = None


def step_state(step: StepFacts, day: date) -> StepState:
    if step.done_on is not None and step.done_on <= day:
        return StepState.DONE
    if step.planned_on is not None and step.planned_on < day:
        return StepState.OVERDUE
    return StepState.PLANNED


def line_of(steps: Sequence[StepFacts], day: date) -> tuple[Rung, ...]:
    """Each kind in order, with the best that any of its steps shows: done, else overdue, else planned, else missing."""
    return tuple(_rung(kind, [s for s in steps if s.kind is kind], day) for kind in StepKind)


def _rung(kind: StepKind, steps: Sequence[StepFacts], day: date) -> Rung:
    states = {step: step_state(step, day) for step in steps}
    for state in (StepState.DONE, StepState.OVERDUE, StepState.PLANNED):
        dates = [s.done_on if state is StepState.DONE else s.planned_on for s in steps if states[s] is state]
        if dates:
            return Rung(kind, state, max((one for one in dates if one), default=None))
    return Rung(kind, StepState.MISSING)


def stands_at(line: Sequence[Rung]) -> str:
    """In words: the furthest step that is done, and what comes after it (or was passed over)."""
    done = [place for place, rung in enumerate(line) if rung.state is StepState.DONE]
    if len(done) == len(line):
        return "Every step is done"
    last = done[-1] if done else -1
    following = next((r for r in (*line[last + 1 :], *line) if r.state is not StepState.DONE), line[-1])
    said = f"{STEP_LABELS[following.kind].lower()} {STATE_LABELS[following.state].lower()}"
    return f"{STEP_LABELS[line[last].kind]} done; {said}" if done else f"Nothing done yet; {said}"


def last_taught(steps: Sequence[StepFacts], day: date) -> date | None:
    """The last briefing or training that was done by a day."""
    return max((s.done_on for s in steps if s.kind in TEACHES and s.done_on and s.done_on <= day), default=None)


def lacks_re_audit(steps: Sequence[StepFacts], day: date) -> bool:
    """More than a year since the last briefing or training, and nobody has looked again since it."""
    taught = last_taught(steps, day)
    if taught is None or day - taught <= RE_AUDIT_WITHIN:
        return False
    looked = (s.done_on for s in steps if s.kind is StepKind.RE_AUDIT and s.done_on and s.done_on <= day)
    return not any(one >= taught for one in looked)
