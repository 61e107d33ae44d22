"""What can be said by a link, for each purpose."""

from dataclasses import dataclass
from datetime import date

from . import Purpose

STARTED, NOT_STARTED, DONE, LATER = "started", "not_started", "done", "later"
RETURNED, NO_INVOLVEMENT = "returned", "no_involvement"
RECEIVED = "received"
ACCEPTED, PART, NOT = "accepted", "part_accepted", "not_accepted"
NOTE = "note"

CHOICES: dict[Purpose, tuple[tuple[str, str], ...]] = {
    Purpose.ACTION: (
        (STARTED, "It is going on"),
        (NOT_STARTED, "It has not started"),
        (DONE, "It is done"),
        (LATER, "It needs a new date"),
    ),
    Purpose.RETURN: (
        (RETURNED, "Our summary has been sent"),
        (NO_INVOLVEMENT, "We had no involvement"),
        (NOTE, "Something else"),
    ),
    Purpose.BRIEFING: ((RECEIVED, "We have received it"), (NOTE, "Something else")),
    Purpose.RECOMMENDATION: (
        (ACCEPTED, "We accept it"),
        (PART, "We accept part of it"),
        (NOT, "We do not accept it"),
    ),
    Purpose.NOTE: ((NOTE, "A note to the team"),),
}
LABELS = {choice: label for choices in CHOICES.values() for choice, label in choices}
NEEDS_WORDS = frozenset({STARTED, NOT_STARTED, DONE, LATER, PART, NOT, NOTE})


@dataclass(frozen=True, slots=True)
class Reply:
    choice: str
    words: str = ""
    new_date: date | None = None
    people: int | None = None
    """How many a briefing was passed on to."""

    @property
    def said(self) -> str:
        """The whole answer in one text."""
        parts = [LABELS[self.choice]]
        if self.new_date:
            parts[0] += f": {self.new_date.day} {self.new_date:%B %Y}"
        if self.people is not None:
            parts.append(f"Passed on to {self.people} {'person' if self.people == 1 else 'people'}")
        if self.words:
            parts.append(self.words)
        return ". ".join(part.rstrip(".") for part in parts) + "."
