"""Receipt and cascade: what an agency owes after a briefing is sent to it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sightline.kernel.workdays import add_working_days

RECEIPT_WORKING_DAYS = 10
"""Within which an agency says that a briefing came. Our convention: neither law nor guidance sets one."""
CASCADE_DAYS = 42
"""Within which it says to whom it was passed on: a round of team meetings. Our convention."""


def receipt_due(sent_on: date) -> date:
    return add_working_days(sent_on, RECEIPT_WORKING_DAYS)


def cascade_due(sent_on: date) -> date:
    return sent_on + timedelta(days=CASCADE_DAYS)


class Stage(StrEnum):
    SENT = "sent"
    RECEIPT_OVERDUE = "receipt_overdue"
    RECEIVED = "received"
    CASCADE_OVERDUE = "cascade_overdue"
    CASCADED = "cascaded"


STAGE_LABELS = {
    Stage.SENT: "Sent, not confirmed yet",
    Stage.RECEIPT_OVERDUE: "Receipt not confirmed",
    Stage.RECEIVED: "Received, not passed on yet",
    Stage.CASCADE_OVERDUE: "Passing on not confirmed",
    Stage.CASCADED: "Passed on",
}
OVERDUE = frozenset({Stage.RECEIPT_OVERDUE, Stage.CASCADE_OVERDUE})


@dataclass(frozen=True, slots=True)
class Reach:
    """How many agencies stand where."""

    sent: int
    received: int
    cascaded: int
    overdue: int


def stage_on(
    day: date, *, receipt_due_on: date, cascade_due_on: date, received_on: date | None, cascaded_on: date | None
) -> Stage:
    """Where one agency stands on a day. Passing on implies receipt, whether or not that was said before."""
    if cascaded_on is not None and cascaded_on <= day:
        return Stage.CASCADED
    if received_on is not None and received_on <= day:
        return Stage.CASCADE_OVERDUE if cascade_due_on < day else Stage.RECEIVED
    return Stage.RECEIPT_OVERDUE if receipt_due_on < day else Stage.SENT


def reach_of(stages: list[Stage]) -> Reach:
    received = {Stage.RECEIVED, Stage.CASCADE_OVERDUE, Stage.CASCADED}
    return Reach(
        sent=len(stages),
        received=sum(stage in received for stage in stages),
        cascaded=sum(stage is Stage.CASCADED for stage in stages),
        overdue=sum(stage in OVERDUE for stage in stages),
    )
