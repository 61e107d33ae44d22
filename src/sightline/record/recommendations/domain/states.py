"""What became of a recommendation, from what was answered, done and shown."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from .answers import Answer


class State(StrEnum):
    SUPERSEDED = "superseded"
    GIVEN_ON = "given_on"
    NO_ANSWER = "no_answer"
    NOT_ACCEPTED = "not_accepted"
    NOTHING_DONE = "nothing_done"
    UNDER_WAY = "under_way"
    DONE = "done"
    DONE_WITH_IMPACT = "done_with_impact"


STATE_LABELS = {
    State.SUPERSEDED: "Superseded",
    State.GIVEN_ON: "Issued to partnerships",
    State.NO_ANSWER: "No answer",
    State.NOT_ACCEPTED: "Not accepted",
    State.NOTHING_DONE: "Nothing done yet",
    State.UNDER_WAY: "Under way",
    State.DONE: "Done, no evidence of impact yet",
    State.DONE_WITH_IMPACT: "Done, with evidence of impact",
}
STATE_COLOURS = {
    State.SUPERSEDED: "grey",
    State.GIVEN_ON: "blue",
    State.NO_ANSWER: "red",
    State.NOT_ACCEPTED: "grey",
    State.NOTHING_DONE: "orange",
    State.UNDER_WAY: "yellow",
    State.DONE: "blue",
    State.DONE_WITH_IMPACT: "green",
}
FINISHED = frozenset({State.DONE, State.DONE_WITH_IMPACT})
RUNNING = frozenset({State.NOTHING_DONE, State.UNDER_WAY})


@dataclass(frozen=True, slots=True)
class Doing:
    """How far one action that answers it is: begun, done, or given up; all False is not started."""

    is_begun: bool = False
    is_done: bool = False
    is_withdrawn: bool = False


def state_of(
    answer: Answer | None,
    doings: Collection[Doing],
    *,
    has_impact: bool,
    is_superseded: bool = False,
    is_given_on: bool = False,
) -> State:
    """An action answers too: one that was raised without words of acceptance counts as taken up.

    Not accepted ends it unless something is done all the same. What is withdrawn counts for nothing. It is done when
    something was done and nothing is still to do; evidence of impact shows only then, since impact of half is not it.
    What was given on to partnerships is theirs to answer.
    """
    if is_superseded:
        return State.SUPERSEDED
    kept = [doing for doing in doings if not doing.is_withdrawn]
    if not kept:
        if answer is None:
            return State.GIVEN_ON if is_given_on else State.NO_ANSWER
        return State.NOT_ACCEPTED if answer is Answer.NOT_ACCEPTED else State.NOTHING_DONE
    if all(doing.is_done for doing in kept):
        return State.DONE_WITH_IMPACT if has_impact else State.DONE
    if any(doing.is_done or doing.is_begun for doing in kept):
        return State.UNDER_WAY
    return State.NOT_ACCEPTED if answer is Answer.NOT_ACCEPTED else State.NOTHING_DONE
