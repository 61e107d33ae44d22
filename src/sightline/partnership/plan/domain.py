"""Words of plans."""

from enum import StrEnum


class ObjectiveState(StrEnum):
    OPEN = "open"
    MET = "met"
    PART_MET = "part_met"
    NOT_MET = "not_met"
    DROPPED = "dropped"


OBJECTIVE_LABELS = {
    ObjectiveState.OPEN: "Under way",
    ObjectiveState.MET: "Met",
    ObjectiveState.PART_MET: "Met in part",
    ObjectiveState.NOT_MET: "Not met",
    ObjectiveState.DROPPED: "Dropped",
}
ENDED = frozenset(ObjectiveState) - {ObjectiveState.OPEN}
