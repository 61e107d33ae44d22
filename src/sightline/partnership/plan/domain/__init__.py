"""Words of plans: how objectives end, and what becomes of plans that are asked for."""

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


class Obligation(StrEnum):
    """Who asks for a plan: what nobody demands is never called missing."""

    LAW = "law"
    GUIDANCE = "guidance"
    REGION = "region"
    USUAL = "usual"


OBLIGATION_LABELS = {
    Obligation.LAW: "Law",
    Obligation.GUIDANCE: "Statutory guidance",
    Obligation.REGION: "The region asks for it",
    Obligation.USUAL: "Usual practice, not required",
}
DEMANDED = frozenset({Obligation.LAW, Obligation.GUIDANCE, Obligation.REGION})


class Use(StrEnum):
    """What a plan does with a section of its format."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_USED = "not_used"


USE_LABELS = {Use.PRESENT: "In the plan", Use.ABSENT: "Left out", Use.NOT_USED: "Optional, not used"}


class Judgement(StrEnum):
    MEETS = "meets"
    IN_PART = "in_part"
    DOES_NOT = "does_not"


JUDGEMENT_LABELS = {
    Judgement.MEETS: "Meets what is asked",
    Judgement.IN_PART: "Meets it in part",
    Judgement.DOES_NOT: "Does not meet it",
}


class Outcome(StrEnum):
    ACCEPTED = "accepted"
    RETURNED = "returned"


OUTCOME_LABELS = {Outcome.ACCEPTED: "Accepted", Outcome.RETURNED: "Returned for resubmission"}
