"""Words of law and guidance."""

from datetime import date
from enum import StrEnum


class State(StrEnum):
    PLANNED = "planned"
    ENACTED = "enacted"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"


STATE_LABELS = {
    State.PLANNED: "Planned",
    State.ENACTED: "Made, not yet wholly in force",
    State.IN_FORCE: "In force",
    State.SUPERSEDED: "Superseded",
}


# Reports and changes of structure are kept on the same line of time; they are not law, so they are not "in force".
NOT_LAW = frozenset({"report", "policy paper", "change of structure", "programme", "notice", "standard"})


def state_on(
    announced: date | None, made: date | None, in_force: date | None, superseded: date | None, day: date
) -> State | None:
    """The state of an edition on a day; None when nobody could have known of it. Without any date it is planned."""
    if superseded is not None and superseded <= day:
        return State.SUPERSEDED
    if in_force is not None and in_force <= day:
        return State.IN_FORCE
    if made is not None and made <= day:
        return State.ENACTED
    if announced is not None and announced <= day:
        return State.PLANNED
    return State.PLANNED if (announced, made, in_force, superseded) == (None, None, None, None) else None
