"""What can be said to a recommendation."""

from enum import StrEnum


class Answer(StrEnum):
    ACCEPTED = "accepted"
    PART_ACCEPTED = "part_accepted"
    NOT_ACCEPTED = "not_accepted"


ANSWER_LABELS = {
    Answer.ACCEPTED: "Accepted",
    Answer.PART_ACCEPTED: "Accepted in part",
    Answer.NOT_ACCEPTED: "Not accepted",
}
# A body that does not do all that was asked says why.
NEEDS_REASON = frozenset({Answer.PART_ACCEPTED, Answer.NOT_ACCEPTED})
