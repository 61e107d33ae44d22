"""Words of law and guidance."""

from enum import StrEnum


class State(StrEnum):
    PLANNED = "planned"
    ENACTED = "enacted"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"


STATE_LABELS = {
    State.PLANNED: "Planned",
    State.ENACTED: "Made, not yet in force",
    State.IN_FORCE: "In force",
    State.SUPERSEDED: "Superseded",
}
