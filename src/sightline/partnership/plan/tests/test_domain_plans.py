from datetime import date

import pytest

from sightline.partnership.plan.domain import Obligation, Outcome
from sightline.partnership.plan.domain.plans import Dates, PlanState, state_on, state_without

ON = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (Dates(), PlanState.UNDER_REVIEW),
        (Dates(decided=Outcome.ACCEPTED), PlanState.ACCEPTED),
        (Dates(decided=Outcome.ACCEPTED, review_on=ON), PlanState.ACCEPTED),
        (Dates(decided=Outcome.ACCEPTED, review_on=date(2026, 5, 31)), PlanState.STALE),
        (Dates(decided=Outcome.ACCEPTED, expires_on=ON), PlanState.EXPIRED),
        (Dates(decided=Outcome.RETURNED, expires_on=ON), PlanState.RETURNED),
        (Dates(decided=Outcome.RETURNED, is_followed=True), PlanState.SUPERSEDED),
    ],
)
def test_the_most_pressing_state_is_said_first(plan: Dates, state: PlanState) -> None:
    assert state_on(plan, ON) is state


def test_only_what_somebody_asks_for_is_missing() -> None:
    assert state_without(Obligation.LAW) is PlanState.MISSING
    assert state_without(Obligation.REGION) is PlanState.MISSING
    assert state_without(Obligation.USUAL) is PlanState.NONE_KNOWN
