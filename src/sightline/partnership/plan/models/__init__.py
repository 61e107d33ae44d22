"""Tables of plans."""

from .formats import FormatSection, PlanFormat
from .plans import NotNeeded, Plan, PlanReview, PlanSection, SectionJudgement
from .priorities import Objective, Priority, PriorityTheme
from .vocabulary import Theme, ThemeWord

__all__ = [
    "FormatSection",
    "NotNeeded",
    "Objective",
    "Plan",
    "PlanFormat",
    "PlanReview",
    "PlanSection",
    "Priority",
    "PriorityTheme",
    "SectionJudgement",
    "Theme",
    "ThemeWord",
]
