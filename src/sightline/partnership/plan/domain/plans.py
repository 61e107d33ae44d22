"""How a partnership stands with a plan that is asked of it, on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from . import DEMANDED, Obligation, Outcome


class PlanState(StrEnum):
    MISSING = "missing"
    NONE_KNOWN = "none_known"
    NOT_NEEDED = "not_needed"
    RETURNED = "returned"
    EXPIRED = "expired"
    STALE = "stale"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"


PLAN_STATE_LABELS = {
    PlanState.MISSING: "None recorded",
    PlanState.NONE_KNOWN: "Not known",
    PlanState.NOT_NEEDED: "Does not apply",
    PlanState.RETURNED: "Returned for resubmission",
    PlanState.EXPIRED: "Expired",
    PlanState.STALE: "Review overdue",
    PlanState.UNDER_REVIEW: "Waits for a quality review",
    PlanState.ACCEPTED: "Accepted",
    PlanState.SUPERSEDED: "Superseded",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """What a plan's state on a day follows from."""

    review_on: date | None = None
    expires_on: date | None = None
    decided: Outcome | None = None
    is_followed: bool = False


def state_on(plan: Dates, on: date) -> PlanState:
    """The most pressing first: what is returned is to be mended before anything else is said of it."""
    if plan.is_followed:
        return PlanState.SUPERSEDED
    if plan.decided is Outcome.RETURNED:
        return PlanState.RETURNED
    if plan.expires_on is not None and plan.expires_on <= on:
        return PlanState.EXPIRED
    if plan.review_on is not None and plan.review_on < on:
        return PlanState.STALE
    return PlanState.ACCEPTED if plan.decided is Outcome.ACCEPTED else PlanState.UNDER_REVIEW


def state_without(obligation: Obligation) -> PlanState:
    """Nothing is recorded: missing only where somebody asks for it."""
    return PlanState.MISSING if obligation in DEMANDED else PlanState.NONE_KNOWN
