"""What the pages of a priority and an objective say of how far they have come."""

from datetime import date
from typing import Any

from sightline.partnership.plan.models import Objective, Priority
from sightline.record.evidence.domain import highest
from sightline.record.evidence.presenters import reach_words

from ..domain import STAGE_LABELS, Work, stage_of
from ..queries import chain_of, counting, work_of
from .chain import counted, priority_href


def facts_of_priority(priority: Priority, on: date) -> list[dict[str, Any]]:
    """As many queries as one chain needs."""
    chain = chain_of(priority.partnership, priority.pk, on)
    if chain is None:
        return []
    standing = chain.standing()
    stage = STAGE_LABELS[stage_of(standing.work, standing.has_impact)]
    evidence = sum(standing.evidence.values())
    href = priority_href(priority.partnership.slug, priority.pk)
    return [
        {"term": "How far", "value": stage, "href": href},
        {"term": "Actions", "value": _done(standing.work), "href": href},
        {"term": "Evidence", "value": counted(evidence, "piece", "pieces") if evidence else "None", "href": href},
    ]


def facts_of_objective(objective: Objective, on: date) -> list[dict[str, Any]]:
    """As many queries as the chain of its priority needs."""
    partnership = objective.priority.partnership
    chain = chain_of(partnership, objective.priority_id, on)
    link = next((one for one in chain.objectives if one.objective.pk == objective.pk), None) if chain else None
    if link is None:
        return []
    pieces = [*link.evidence, *(piece for action in link.actions for piece in action.evidence)]
    href = priority_href(partnership.slug, objective.priority_id)
    reach = reach_words(highest({piece.grade for piece in counting(pieces, on)}))
    return [
        {"term": "Actions", "value": _done(work_of(link.actions)), "href": href},
        {"term": "Evidence", "value": reach, "href": href},
    ]


def _done(work: Work) -> str:
    if not work.total:
        return "No action serves it"
    late = f", {work.overdue} overdue" if work.overdue else ""
    return f"{work.done} of {work.total} done{late}"
