"""Objectives: steps towards a priority that can be seen to be met."""

from datetime import date

from django.db.models import ProtectedError

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.partnership.governance.models import Board

from ..domain import ENDED, OBJECTIVE_LABELS, ObjectiveState
from ..models import Objective, Priority


@deed
def set_objective(
    *,
    priority: Priority,
    text: str,
    by: User | None,
    number: str = "",
    measure: str = "",
    lead: Organisation | None = None,
    board: Board | None = None,
    started_on: date | None = None,
    due_on: date | None = None,
) -> Objective:
    """A new objective of a priority. `measure` says by what it will be seen to be met."""
    _check(priority, text, measure, lead, board)
    return _keep(
        Objective(
            priority=priority,
            number=number.strip(),
            text=text.strip(),
            measure=measure.strip(),
            lead=lead,
            board=board,
            started_on=started_on,
            due_on=due_on,
        )
    )


@deed
def correct_objective(
    *,
    objective: Objective,
    text: str,
    by: User | None,
    number: str = "",
    measure: str = "",
    lead: Organisation | None = None,
    board: Board | None = None,
    started_on: date | None = None,
    due_on: date | None = None,
) -> Objective:
    _check(objective.priority, text, measure, lead, board)
    objective.text, objective.number, objective.measure = text.strip(), number.strip(), measure.strip()
    objective.lead, objective.board, objective.started_on, objective.due_on = lead, board, started_on, due_on
    return _keep(objective)


def _check(priority: Priority, text: str, measure: str, lead: Organisation | None, board: Board | None) -> None:
    refuse_child_details(text=text, measure=measure)
    if not text.strip():
        raise Refused("Say what is to be reached.", "text")
    for thing, field in ((lead, "lead"), (board, "board")):
        if thing is not None and thing.partnership_id not in (None, priority.partnership_id):
            raise Refused(f"{thing} belongs to another partnership.", field)


@deed
def end_objective(*, objective: Objective, state: ObjectiveState, on: date, note: str, by: User | None) -> Objective:
    """Met, met in part, not met or dropped, with what shows it or why."""
    refuse_child_details(note=note)
    if objective.state in ENDED:
        raise Refused(f"This objective is {OBJECTIVE_LABELS[ObjectiveState(objective.state)].lower()} already.")
    if state not in ENDED:
        raise Refused("Choose how the objective ended.", "state")
    if not note.strip():
        raise Refused("Say what shows it, or why.", "note")
    if objective.started_on is not None and on < objective.started_on:
        raise Refused("It would end before it starts. Choose a later day.", "on")
    objective.state, objective.ended_on, objective.ending_note = state, on, note.strip()
    return _keep(objective)


@deed
def reopen_objective(*, objective: Objective, by: User | None) -> Objective:
    """For an ending that was written down too soon or by mistake; the trail keeps it."""
    if objective.state not in ENDED:
        raise Refused("This objective is under way already.")
    objective.state, objective.ended_on, objective.ending_note = ObjectiveState.OPEN, None, ""
    return _keep(objective)


@deed
def remove_objective(*, objective: Objective, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. Refused where actions or others serve it."""
    pk = objective.pk
    try:
        objective.delete()
    except ProtectedError as held:
        raise Refused("Other parts of the record point at this objective. End it instead, and say why.") from held
    unindex(kind="plan.objective", id=pk)


def _keep(objective: Objective) -> Objective:
    kept(objective)
    index_entry(
        kind="plan.objective",
        id=objective.pk,
        partnership=objective.priority.partnership,
        title=f"Objective {objective.number}: {objective.text}" if objective.number else f"Objective: {objective.text}",
        text=f"{objective.measure} {objective.ending_note}",
        dated_on=objective.started_on,
    )
    return objective
