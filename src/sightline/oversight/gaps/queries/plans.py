"""Facts of plans that are asked for."""

from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.domain import Outcome
from sightline.partnership.plan.queries import PlanRow, plan_rows, region_for

from ..domain.facts_promises import PlanFacts


def plan_facts(partnership: Partnership, on: date) -> tuple[PlanFacts, ...]:
    """Every format in force and how the partnership stands with it. Five queries."""
    return tuple(_plan(row) for row in plan_rows([partnership], region_for(partnership), on).values())


def is_register_used(plans: tuple[PlanFacts, ...]) -> bool:
    """Whether anything at all was said of any plan: that it is there, or that it does not apply."""
    return any(plan.plan_id or plan.state == "not_needed" for plan in plans)


def _plan(row: PlanRow) -> PlanFacts:
    plan, review, law = row.plan, row.review, row.format.basis
    returned = review if review and review.outcome == Outcome.RETURNED else None
    return PlanFacts(
        format_id=row.format.pk,
        title=plan.title if plan else row.format.title,
        obligation=row.format.obligation,
        state=row.state,
        is_verified=row.format.is_verified,
        owed_by=row.format.owed_by,
        plan_id=plan.pk if plan else None,
        submitted_on=plan.submitted_on if plan else None,
        review_on=plan.review_on if plan else None,
        expires_on=plan.expires_on if plan else None,
        returned_on=returned.reviewed_on if returned else None,
        resubmit_by=returned.resubmit_by if returned else None,
        has_owner=bool(plan and (plan.owner_post_id or plan.board_id)),
        left_out=row.absent,
        law=str(law or ""),
        law_superseded_on=law.superseded_on if law else None,
    )
