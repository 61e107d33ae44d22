"""Words of evidence."""

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
GRADES = tuple(Grade)
"""Lowest first."""
IMPACT = frozenset({Grade.PRACTICE, Grade.OUTCOME})
"""Grades that show a difference, not only that something was done."""


class Form(StrEnum):
    FILE = "file"
    LINK = "link"
    NOTE = "note"


FORM_LABELS = {Form.FILE: "File", Form.LINK: "Link", Form.NOTE: "Note"}
