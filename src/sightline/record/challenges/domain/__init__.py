"""Words of challenges, the stages of an escalation, and the outcome."""

from .course import Course, Span, Told, course_of, working_days_between
from .stages import DEFAULT_NOTE, DEFAULT_STAGES, StageLine, stages_from_words, stages_in_words
from .words import (
    KIND_LABELS,
    OUTCOME_LABELS,
    STATE_LABELS,
    STEP_LABELS,
    Kind,
    Outcome,
    State,
    StepKind,
    case_words,
)

__all__ = [
    "DEFAULT_NOTE",
    "DEFAULT_STAGES",
    "KIND_LABELS",
    "OUTCOME_LABELS",
    "STATE_LABELS",
    "STEP_LABELS",
    "Course",
    "Kind",
    "Outcome",
    "Span",
    "StageLine",
    "State",
    "StepKind",
    "Told",
    "case_words",
    "course_of",
    "stages_from_words",
    "stages_in_words",
    "working_days_between",
]
