"""Words of evidence."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    EVIDENCE = "evidence"
    IMPACT = "impact"
    ASSURANCE = "assurance"
    LEARNING = "learning"


KIND_LABELS = {
    Kind.EVIDENCE: "Evidence",
    Kind.IMPACT: "Impact",
    Kind.ASSURANCE: "Assurance",
    Kind.LEARNING: "Learning",
}
KIND_HINTS = {
    Kind.EVIDENCE: "Shows that something was done",
    Kind.IMPACT: "Shows what came of it",
    Kind.ASSURANCE: "Someone checked: an audit, a dip sample, a scrutineer’s visit",
    Kind.LEARNING: "Shows what was learned, and by whom",
}


class Grade(StrEnum):
    """How far something reached, from what was done up to what changed for children."""

    ACTIVITY = "activity"
    OUTPUT = "output"
    PRACTICE = "practice"
    OUTCOME = "outcome"


GRADE_LABELS = {
    Grade.ACTIVITY: "Activity",
    Grade.OUTPUT: "Output",
    Grade.PRACTICE: "Change in practice",
    Grade.OUTCOME: "Outcome for children",
}
GRADE_HINTS = {
    Grade.ACTIVITY: "Something was done. For example, 40 practitioners came to a briefing on neglect.",
    Grade.OUTPUT: "Something exists now that did not. For example, every agency has the new screening tool.",
    Grade.PRACTICE: "People work differently. For example, an audit finds the tool used in 8 of 10 assessments, up from 3.",
    Grade.OUTCOME: "Something is different for children. For example, a first visit comes after 4 days, down from 11.",
}
GRADE_COLOURS = {Grade.ACTIVITY: "grey", Grade.OUTPUT: "blue", Grade.PRACTICE: "turquoise", Grade.OUTCOME: "green"}
GRADES = tuple(Grade)
"""Lowest first."""
IMPACT = frozenset({Grade.PRACTICE, Grade.OUTCOME})
"""Grades that show a difference, not only that something was done."""
NOT_GRADED = "Not graded"
NO_IMPACT = "No evidence of impact yet"


def highest(grades: set[str]) -> Grade | None:
    """The furthest that any of them reaches; None where none is graded."""
    return next((grade for grade in reversed(GRADES) if grade in grades), None)


class Form(StrEnum):
    FILE = "file"
    LINK = "link"
    NOTE = "note"


FORM_LABELS = {Form.FILE: "File", Form.LINK: "Link", Form.NOTE: "Note"}


class Standing(StrEnum):
    """Whether a piece of evidence counts on a day."""

    COUNTS = "counts"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


STANDING_LABELS = {
    Standing.COUNTS: "Counts",
    Standing.EXPIRED: "Expired",
    Standing.SUPERSEDED: "Replaced by a newer version",
    Standing.WITHDRAWN: "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """How a record that has evidence is called, and its page: the route takes the partnership and its id as `part`."""

    label: str
    route: str
    part: str


SUBJECT_PAGES: dict[str, SubjectPage] = {}
"""By kind of reference. Rooms above say theirs when the house starts, for evidence knows none of them."""


def call_subject(kind: str, label: str, route: str = "", part: str = "") -> None:
    """`call_subject("actions.action", "Action", "actions:action", "action")`, from the room's AppConfig.ready."""
    SUBJECT_PAGES[kind] = SubjectPage(label, route, part)


def subject_label(kind: str) -> str:
    page = SUBJECT_PAGES.get(kind)
    return page.label if page else kind.partition(".")[2].replace("_", " ").capitalize()
