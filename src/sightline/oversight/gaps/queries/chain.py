"""Facts of priorities: objectives, the actions that serve them, how far the evidence of all that reaches, and reviews of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.progress.domain import Moved, ReviewState, review_due
from sightline.oversight.progress.models import ProgressReview, Word
from sightline.partnership.plan.models import Objective, Priority
from sightline.partnership.plan.queries import is_open_on
from sightline.record.actions.domain import Status
from sightline.record.actions.models import Serving
from sightline.record.evidence.domain import IMPACT, Grade
from sightline.record.evidence.queries import reach_everywhere

from ..domain.facts_promises import ObjectiveFacts, PriorityFacts, ProgressFacts

LOOKED_BACK = timedelta(days=730)
"""Priorities that ended longer ago are nobody's to mend."""
KINDS = {
    "priority": "plan.priority",
    "objective": "plan.objective",
    "action": "actions.action",
    "recommendation": "recommendations.recommendation",
}
Grades = Mapping[int, Grade | None]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the evidence of each record reaches, by id; None where there is some and nobody has graded it."""

    priority: Grades
    objective: Grades
    action: Grades
    recommendation: Grades


def reach_on(partnership: Partnership, on: date) -> Reach:
    """One query."""
    known = reach_everywhere(partnership, on)
    return Reach(
        **{name: {of.id: grade for of, grade in known.items() if of.kind == kind} for name, kind in KINDS.items()}
    )


def priority_facts(partnership: Partnership, on: date, reach: Reach) -> tuple[PriorityFacts, ...]:
    """In force on the day, or ended in the last two years. Five queries."""
    serving = _serving(partnership, on)
    objectives = _objectives(partnership, on)
    standstill = _standstill(partnership, on)
    return tuple(
        _priority(p, objectives[p.pk], serving, reach, standstill.get(p.pk, ()), on) for p in _rows(partnership, on)
    )


def _rows(partnership: Partnership, on: date) -> list[Priority]:
    begun = Q(started_on__isnull=True) | Q(started_on__lte=on)
    recent = Q(ended_on__isnull=True) | Q(ended_on__gt=on - LOOKED_BACK)
    follower = Priority.objects.filter(continues=OuterRef("pk"))
    rows = Priority.objects.filter(begun, recent, partnership=partnership).annotate(
        confirmed=Count("themes", filter=Q(themes__is_confirmed=True)),
        proposed=Count("themes", filter=Q(themes__is_confirmed=False)),
        is_followed=Exists(follower),
    )
    return list(rows)


def _objectives(partnership: Partnership, on: date) -> dict[int, list[Objective]]:
    found: dict[int, list[Objective]] = defaultdict(list)
    begun = Q(started_on__isnull=True) | Q(started_on__lte=on)
    for objective in Objective.objects.filter(begun, priority__partnership=partnership):
        found[objective.priority_id].append(objective)
    return found


def _serving(partnership: Partnership, on: date) -> dict[int, list[int]]:
    """Actions raised by the day and not withdrawn by then, by the objective that they serve."""
    raised = Q(action__raised_on__isnull=True) | Q(action__raised_on__lte=on)
    withdrawn = Q(action__status=Status.WITHDRAWN, action__closed_on__lte=on)
    found: dict[int, list[int]] = defaultdict(list)
    rows = Serving.objects.filter(raised, action__partnership=partnership).exclude(withdrawn)
    for objective, action in rows.values_list("objective_id", "action_id"):
        found[objective].append(action)
    return found


def _priority(
    p: Priority,
    objectives: list[Objective],
    serving: Mapping[int, list[int]],
    reach: Reach,
    standstill: tuple[date, ...],
    on: date,
) -> PriorityFacts:
    actions = [action for objective in objectives for action in serving.get(objective.pk, ())]
    grades = [reach.priority.get(p.pk), *(reach.objective.get(o.pk) for o in objectives)]
    grades += [reach.action.get(action) for action in actions]
    return PriorityFacts(
        id=p.pk,
        title=p.title,
        outcome=p.outcome,
        has_board=p.board_id is not None,
        started_on=p.started_on,
        ended_on=p.ended_on,
        ending_note=p.ending_note,
        is_carried_on=p.is_followed,
        themes_confirmed=p.confirmed,
        themes_proposed=p.proposed,
        objectives=tuple(_objective(o, serving.get(o.pk, ()), reach, on) for o in objectives),
        has_impact=any(grade in IMPACT for grade in grades),
        standstill=standstill,
    )


def _objective(o: Objective, actions: tuple[int, ...] | list[int], reach: Reach, on: date) -> ObjectiveFacts:
    return ObjectiveFacts(
        id=o.pk,
        text=o.text,
        state="open" if is_open_on(o, on) else o.state,
        measure=o.measure,
        has_lead=bool(o.lead_id or o.board_id),
        due_on=o.due_on,
        ended_on=o.ended_on,
        actions=len(actions),
        has_evidence=o.pk in reach.objective or any(action in reach.action for action in actions),
    )


def _standstill(partnership: Partnership, on: date) -> dict[int, tuple[date, ...]]:
    """By priority, the newest run of closed reviews at which it had not moved. "Not known" neither breaks nor lengthens it."""
    rows = Word.objects.filter(
        review__partnership=partnership, review__state=ReviewState.CLOSED, review__on__lte=on
    ).order_by("-review__on", "-review_id")
    runs: dict[int, list[date]] = defaultdict(list)
    ended: set[int] = set()
    for priority, moved, day in rows.values_list("priority_id", "moved", "review__on"):
        if moved == Moved.FORWARD:
            ended.add(priority)
        elif moved != Moved.UNKNOWN and priority not in ended:
            runs[priority].append(day)
    return {priority: tuple(days) for priority, days in runs.items()}


def progress_facts(partnership: Partnership, priorities: tuple[PriorityFacts, ...], on: date) -> ProgressFacts:
    """One query."""
    reviews = list(ProgressReview.objects.filter(partnership=partnership, on__lte=on))
    last = next((review.on for review in reviews if review.state == ReviewState.CLOSED), None)
    running = next((review for review in reviews if review.state == ReviewState.OPEN), None)
    started = [p.started_on for p in priorities if p.started_on and p.is_in_force(on)]
    return ProgressFacts(
        due_on=review_due(last, min(started)) if started else None,
        last_on=last,
        open_id=running.pk if running else None,
        open_since=running.on if running else None,
    )
