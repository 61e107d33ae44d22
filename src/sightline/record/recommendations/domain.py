"""Words of recommendations."""

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
