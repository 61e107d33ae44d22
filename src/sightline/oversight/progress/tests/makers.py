"""One small chain: a priority with two objectives, three actions and some evidence, by commands."""

from dataclasses import dataclass
from datetime import date, timedelta

from sightline.kernel.references import Reference
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.partnership.plan.models import Objective, Priority
from sightline.record.actions.commands import raise_action, serve
from sightline.record.actions.models import Action
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from tests.world import World

BEGAN = date(2026, 4, 1)


@dataclass
class Made:
    priority: Priority
    objective: Objective
    idle: Objective
    action: Action


def make_chain(world: World, title: str = "Children on the ferries are safe", objectives: int = 0) -> Made:
    priority = set_priority(
        partnership=world.own, title=title, outcome="Fewer children are hurt.", started_on=BEGAN, by=world.manager
    )
    objective = set_objective(priority=priority, text="Crews know whom to call", started_on=BEGAN, by=world.manager)
    idle = set_objective(priority=priority, text="Every pier has a poster", started_on=BEGAN, by=world.manager)
    for number in range(objectives):
        further = set_objective(priority=priority, text=f"Further {number}", started_on=BEGAN, by=world.manager)
        show(world, Reference("plan.objective", further.pk), Grade.OUTPUT, BEGAN)
        make_action(world, further)
    return Made(priority, objective, idle, make_action(world, objective))


def make_action(world: World, objective: Objective, raised_on: date = BEGAN) -> Action:
    action = raise_action(
        partnership=world.own,
        what="Train the crews",
        raised_on=raised_on,
        due_on=raised_on + timedelta(days=60),
        by=world.manager,
    )
    serve(action=action, objective=objective, by=world.manager)
    return action


def show(world: World, subject: Reference, grade: Grade, on: date, expires_on: date | None = None) -> None:
    add_evidence(
        partnership=world.own,
        subject=subject,
        title="What crews say",
        kind=Kind.IMPACT,
        grade=grade,
        note="Asked on the pier.",
        on=on,
        expires_on=expires_on,
        by=world.manager,
    )
