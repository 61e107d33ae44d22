"""Words of reminders."""

from enum import StrEnum


class State(StrEnum):
    """How far a digest has come."""

    PREPARED = "prepared"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    GIVEN_UP = "given_up"
    IN_DOUBT = "in_doubt"


STATE_LABELS = {
    State.PREPARED: "Waiting to go",
    State.SENDING: "Going out",
    State.SENT: "Sent",
    State.FAILED: "Failed, tried again later",
    State.GIVEN_UP: "Failed",
    State.IN_DOUBT: "Not known whether it went",
}
WAITING = (State.PREPARED, State.FAILED)


class Purpose(StrEnum):
    """What a link is good for: one form, one kind of answer."""

    ACTION = "action"
    RETURN = "return"
    BRIEFING = "briefing"
    RECOMMENDATION = "recommendation"
    NOTE = "note"


PURPOSE_OF_KIND = {
    "actions.action": Purpose.ACTION,
    "reviews.agencyreturn": Purpose.RETURN,
    "learning.issueto": Purpose.BRIEFING,
    "recommendations.recommendation": Purpose.RECOMMENDATION,
}


def purpose_of(kind: str) -> Purpose:
    """What can be answered about a kind of thing; a note to the team where nothing better is known."""
    return PURPOSE_OF_KIND.get(kind, Purpose.NOTE)


class Repeat(StrEnum):
    """How often the same overdue thing is told again; the values are weeks."""

    ALWAYS = "0"
    WEEKLY = "1"
    FORTNIGHTLY = "2"
    MONTHLY = "4"


REPEAT_LABELS = {
    Repeat.ALWAYS: "In every digest",
    Repeat.WEEKLY: "Once a week",
    Repeat.FORTNIGHTLY: "Every two weeks",
    Repeat.MONTHLY: "Every four weeks",
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

# Minutes until the next try after each failure; after the last one the digest is given up.
BACKOFF = (5, 30, 120, 360)


def minutes_to_wait(tries: int) -> int | None:
    """How long to wait after the given number of failed tries; None when it is time to give up."""
    return BACKOFF[tries - 1] if tries <= len(BACKOFF) else None
