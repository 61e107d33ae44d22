"""The chain as it stood on a day, in a constant number of questions, and the reviews of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference
from sightline.partnership.plan.models import Objective, Priority
from sightline.partnership.plan.queries import running_on
from sightline.record.actions.domain import Status
from sightline.record.actions.models import Action, Progress, Serving
from sightline.record.evidence.models import Evidence
from sightline.record.evidence.queries import evidence_of
from sightline.record.recommendations.models import AnsweringAction, Recommendation

from .domain import ReviewState, Standing, Work, tally
from .models import ProgressReview, Word


@dataclass(frozen=True, slots=True)
class ActionLink:
    """An action of a chain on a day, the recommendations that it answers, and its evidence."""

    action: Action
    is_done: bool
    is_begun: bool
    is_overdue: bool
    answers: tuple[Recommendation, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveLink:
    objective: Objective
    state: str
    """As it was on the day."""
    actions: tuple[ActionLink, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A priority with all that hangs on it. `evidence` bears on the priority itself; that of its parts lies with them."""

    priority: Priority
    objectives: tuple[ObjectiveLink, ...]
    evidence: tuple[Evidence, ...]
    on: date

    def counting(self) -> tuple[Evidence, ...]:
        """Every piece in the chain that counts on the day, once."""
        parts = [self.evidence, *(o.evidence for o in self.objectives)]
        parts += [a.evidence for o in self.objectives for a in o.actions]
        return counting((e for part in parts for e in part), self.on)

    def standing(self) -> Standing:
        return Standing(
            objectives=tally(o.state for o in self.objectives),
            work=work_of({a.action.pk: a for o in self.objectives for a in o.actions}.values()),
            evidence=tally(e.grade for e in self.counting()),
        )


def counting(evidence: Iterable[Evidence], on: date) -> tuple[Evidence, ...]:
    standing = {e.pk: e for e in evidence if e.expires_on is None or e.expires_on >= on}
    return tuple(standing.values())


def work_of(actions: Iterable[ActionLink]) -> Work:
    links = list(actions)
    return Work(
        total=len(links),
        begun=sum(a.is_begun for a in links),
        done=sum(a.is_done for a in links),
        overdue=sum(a.is_overdue for a in links),
    )


def priorities_at(partnership: Partnership, on: date) -> QuerySet[Priority]:
    return Priority.objects.filter(running_on(on), partnership=partnership).select_related("board")


def chains_of(partnership: Partnership, on: date) -> list[Chain]:
    """The chains of all priorities in force on a day. Seven queries, however many there are of anything."""
    return _chains(priorities_at(partnership, on), on)


def chain_of(partnership: Partnership, priority_id: int, on: date) -> Chain | None:
    """One priority's chain, of any period."""
    found = _chains(Priority.objects.filter(partnership=partnership, pk=priority_id).select_related("board"), on)
    return found[0] if found else None


def _chains(priorities: QuerySet[Priority], on: date) -> list[Chain]:
    rows = list(priorities.prefetch_related("themes__theme"))
    begun = Q(started_on__isnull=True) | Q(started_on__lte=on)
    objectives = list(Objective.objects.filter(begun, priority__in=rows).select_related("lead", "board"))
    links = _actions([o.pk for o in objectives], on)
    references = [Reference("plan.priority", p.pk) for p in rows]
    references += [Reference("plan.objective", o.pk) for o in objectives]
    references += [Reference("actions.action", pk) for pk in {a.pk for found in links.values() for a in found}]
    evidence = {reference: tuple(found) for reference, found in evidence_of(references, on).items()}
    answers = _answers({a.pk for found in links.values() for a in found}, on)
    under: dict[int, list[ObjectiveLink]] = defaultdict(list)
    for objective in objectives:
        lines = tuple(_action_link(a, on, answers, evidence) for a in links.get(objective.pk, ()))
        under[objective.priority_id].append(
            ObjectiveLink(
                objective, _state_on(objective, on), lines, evidence[Reference("plan.objective", objective.pk)]
            )
        )
    return [Chain(p, tuple(under[p.pk]), evidence[Reference("plan.priority", p.pk)], on) for p in rows]


def _state_on(objective: Objective, on: date) -> str:
    """What ended later was under way on the day."""
    return "open" if objective.ended_on and objective.ended_on > on else objective.state


def _actions(objective_ids: list[int], on: date) -> dict[int, list[Action]]:
    """Actions raised by the day and not withdrawn by then, by the objective that they serve."""
    raised = Q(action__raised_on__isnull=True) | Q(action__raised_on__lte=on)
    withdrawn = Q(action__status=Status.WITHDRAWN, action__closed_on__lte=on)
    rows = Serving.objects.filter(raised, objective__in=objective_ids).exclude(withdrawn)
    pairs = list(rows.order_by("action__due_on", "action_id").values_list("objective_id", "action_id"))
    actions = Action.objects.filter(pk__in={action for _, action in pairs}).annotate(
        has_progress=Exists(Progress.objects.filter(action=OuterRef("pk"), on__lte=on))
    )
    known = {
        a.pk: a
        for a in actions.prefetch_related("parties__post__organisation", "parties__organisation", "parties__person")
    }
    found: dict[int, list[Action]] = defaultdict(list)
    for objective_id, action_id in pairs:
        found[objective_id].append(known[action_id])
    return found


def _answers(action_ids: set[int], on: date) -> dict[int, list[Recommendation]]:
    found: dict[int, list[Recommendation]] = defaultdict(list)
    for link in AnsweringAction.objects.filter(action__in=action_ids).select_related("recommendation"):
        found[link.action_id].append(link.recommendation)
    return found


def _action_link(
    action: Action, on: date, answers: dict[int, list[Recommendation]], evidence: dict[Reference, tuple[Evidence, ...]]
) -> ActionLink:
    done = action.closed_on is not None and action.closed_on <= on and action.status == Status.DONE
    return ActionLink(
        action=action,
        is_done=done,
        is_begun=done or action.has_progress or action.status not in (Status.OPEN, Status.DONE),
        is_overdue=not done and action.due_on is not None and action.due_on < on,
        answers=tuple(answers.get(action.pk, ())),
        evidence=evidence[Reference("actions.action", action.pk)],
    )


def objective_in(partnership: Partnership, pk: int) -> Objective | None:
    return Objective.objects.filter(priority__partnership=partnership, pk=pk).first()


def reviews_of(partnership: Partnership, on: date) -> QuerySet[ProgressReview]:
    return ProgressReview.objects.filter(partnership=partnership, on__lte=on).prefetch_related("words", "resolved")


def review_in(partnership: Partnership, pk: int) -> ProgressReview | None:
    rows = ProgressReview.objects.filter(partnership=partnership, pk=pk).select_related("meeting__board", "closed_by")
    return rows.prefetch_related("words__priority", "resolved__priority", "resolved__decision").first()


def last_review(partnership: Partnership, on: date) -> ProgressReview | None:
    """The last one that was closed, held by the day."""
    return ProgressReview.objects.filter(partnership=partnership, state=ReviewState.CLOSED, on__lte=on).first()


def open_review_of(partnership: Partnership) -> ProgressReview | None:
    return ProgressReview.objects.filter(partnership=partnership, state=ReviewState.OPEN).first()


def unserving_actions(partnership: Partnership, on: date) -> QuerySet[Action]:
    """Open actions that serve no objective: work that no priority asked for, or that nobody has tied to one."""
    opened = Q(Q(raised_on__isnull=True) | Q(raised_on__lte=on), Q(closed_on__isnull=True) | Q(closed_on__gt=on))
    return Action.objects.filter(opened, partnership=partnership).exclude(
        Exists(Serving.objects.filter(action=OuterRef("pk")))
    )


def words_on(priority: Priority, on: date) -> QuerySet[Word]:
    """What reviews said of a priority, the newest first."""
    return Word.objects.filter(priority=priority, review__on__lte=on).select_related("review").order_by("-review__on")
