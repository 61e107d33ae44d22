"""Words of referrals between boards, and how far one is on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    DECIDED = "decided"
    SENT_BACK = "sent_back"
    REFUSED = "refused"
    NO_ACTION = "no_action"
    WITHDRAWN = "withdrawn"


OUTCOME_LABELS = {
    Outcome.DECIDED: "Decided",
    Outcome.SENT_BACK: "Sent back",
    Outcome.REFUSED: "Refused",
    Outcome.NO_ACTION: "No further action",
    Outcome.WITHDRAWN: "Withdrawn by the sender",
}
# What the receiving side may say; only the sender withdraws.
ANSWERS = tuple(outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN)


class Stage(StrEnum):
    SENT = "sent"
    RECEIVED = "received"
    ON_AGENDA = "on_agenda"
    ENDED = "ended"


STAGE_LABELS = {
    Stage.SENT: "Sent, not received yet",
    Stage.RECEIVED: "Received",
    Stage.ON_AGENDA: "On an agenda",
    Stage.ENDED: "Ended",
}


@dataclass(frozen=True, slots=True)
class Dates:
    sent_on: date
    received_on: date | None = None
    tabled_on: date | None = None
    ended_on: date | None = None


def stage_on(dates: Dates, day: date) -> Stage | None:
    """How far a referral was on a day; None before it was sent."""
    if dates.sent_on > day:
        return None
    if dates.ended_on is not None and dates.ended_on <= day:
        return Stage.ENDED
    if dates.tabled_on is not None and dates.tabled_on <= day:
        return Stage.ON_AGENDA
    return Stage.RECEIVED if dates.received_on is not None and dates.received_on <= day else Stage.SENT


def whole_months(first: date, last: date) -> int:
    """Full months from one day to another: 31 January to 28 February is none."""
    return max((last.year - first.year) * 12 + last.month - first.month - (last.day < first.day), 0)
