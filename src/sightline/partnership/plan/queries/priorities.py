"""Priorities of a partnership in a period and through the years."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due
from sightline.kernel.references import Reference

from ..domain import ENDED, ObjectiveState
from ..domain.standing import Span
from ..models import Objective, Priority, PriorityTheme
from .running import running_on


def begun_by(day: date) -> Q:
    return Q(started_on__isnull=True) | Q(started_on__lte=day)


def _whole(rows: QuerySet[Priority], day: date) -> QuerySet[Priority]:
    links = PriorityTheme.objects.select_related("theme").order_by("theme__label")
    objectives = Objective.objects.filter(begun_by(day)).select_related("lead", "board")
    return rows.select_related("board", "continues").prefetch_related(
        Prefetch("themes", links), Prefetch("objectives", objectives)
    )


def priorities_of(partnership: Partnership, day: date) -> QuerySet[Priority]:
    """In force on a day, with themes and objectives: three queries however many."""
    return _whole(Priority.objects.filter(running_on(day), partnership=partnership), day)


def priorities_ever(partnership: Partnership, day: date) -> QuerySet[Priority]:
    """Every priority that had begun by a day, ended ones too."""
    return _whole(Priority.objects.filter(begun_by(day), partnership=partnership), day)


def priority_in(partnership: Partnership, pk: int, day: date = date.max) -> Priority | None:
    rows = Priority.objects.filter(partnership=partnership, pk=pk).select_related("partnership")
    return _whole(rows, day).first()


def carried_on_by(priority: Priority) -> Priority | None:
    return priority.continued_by.first()


def objective_in(partnership: Partnership, pk: int) -> Objective | None:
    rows = Objective.objects.select_related("priority__partnership", "lead", "board")
    return rows.filter(priority__partnership=partnership, pk=pk).first()


def is_open_on(objective: Objective, day: date) -> bool:
    """Under way on a day: what ended later was still open then."""
    return objective.state == ObjectiveState.OPEN or (objective.ended_on is not None and objective.ended_on > day)


def is_past_due(objective: Objective, day: date) -> bool:
    return is_open_on(objective, day) and objective.due_on is not None and objective.due_on < day


@dataclass
class PriorityLine:
    """One concern through the years: a priority and all that carried it on, the newest last."""

    priorities: list[Priority] = field(default_factory=list)

    @property
    def newest(self) -> Priority:
        return self.priorities[-1]

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(Span(one.started_on, one.ended_on) for one in self.priorities)


def lines_of(priorities: Collection[Priority]) -> list[PriorityLine]:
    """Follows `continues` from each priority to the first of its line; branches of one line stay together."""
    by_pk = {one.pk: one for one in priorities}
    lines: dict[int, PriorityLine] = {}
    for one in sorted(priorities, key=lambda p: (p.started_on or date.min, p.pk)):
        lines.setdefault(_first_of(one, by_pk), PriorityLine()).priorities.append(one)
    return list(lines.values())


def _first_of(priority: Priority, by_pk: dict[int, Priority]) -> int:
    seen = {priority.pk}
    while priority.continues_id in by_pk and priority.continues_id not in seen:
        priority = by_pk[priority.continues_id]
        seen.add(priority.pk)
    return priority.pk


@dataclass(frozen=True, slots=True)
class PriorityFacts:
    """What rules ask of a priority that is in force."""

    id: int
    partnership_id: int
    title: str
    has_outcome: bool
    has_board: bool
    themes: int
    unconfirmed_themes: int
    objectives: int
    objectives_without_lead: int
    objectives_without_measure: int
    objectives_past_due: tuple[int, ...]


def priority_facts(partnership: Partnership, day: date) -> list[PriorityFacts]:
    """Every priority in force on a day as facts; three queries."""
    return [_facts(one, day) for one in priorities_of(partnership, day)]


def _facts(priority: Priority, day: date) -> PriorityFacts:
    links, objectives = priority.themes.all(), priority.objectives.all()
    return PriorityFacts(
        id=priority.pk,
        partnership_id=priority.partnership_id,
        title=priority.title,
        has_outcome=bool(priority.outcome),
        has_board=priority.board_id is not None,
        themes=sum(link.is_confirmed for link in links),
        unconfirmed_themes=sum(not link.is_confirmed for link in links),
        objectives=len(objectives),
        objectives_without_lead=sum(one.lead_id is None and one.board_id is None for one in objectives),
        objectives_without_measure=sum(not one.measure for one in objectives),
        objectives_past_due=tuple(one.pk for one in objectives if is_past_due(one, day)),
    )


def due_objectives(partnerships: Collection[int], on: date) -> Iterator[Due]:
    """Open objectives of priorities in force that have a date, with the agency that leads; one query."""
    rows = Objective.objects.filter(
        begun_by(on), running_on(on, "priority__"), priority__partnership__in=partnerships, due_on__isnull=False
    ).exclude(state__in=ENDED)
    for one in rows.select_related("priority").order_by("due_on", "pk"):
        yield Due(
            reference=Reference("plan.objective", one.pk),
            partnership_id=one.priority.partnership_id,
            what=f"Objective {one.number}: {one.text}" if one.number else f"Objective: {one.text}",
            asks="Say whether this objective is met, met in part, not met or dropped.",
            due_on=one.due_on,
            organisations=(one.lead_id,) if one.lead_id else (),
        )
