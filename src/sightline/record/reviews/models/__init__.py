"""What reviews keep."""

# Reviews, findings and what they recommend.
from .core import Finding, FindingAgency, FindingTheme, Review, ReviewRecommendation

# Practice reviews, their publication, and what is said across reviews.
from .findings import RefusedTheme, ReviewFigure

# Serious incidents and rapid reviews.
from .incidents import ClockSetting, ConcernedBody, Incident
from .practice import PanelSeat, PracticeReview, PracticeReviewer, PracticeSection
from .publication import Publication, PublicationLetter, UpdateLine, UpdateReport
from .rapid import (
    PlanTemplateStep,
    RapidAction,
    RapidCheck,
    RapidMeeting,
    RapidReview,
    RapidStep,
    Ratification,
)
from .returns import AgencyReturn, Chase

__all__ = [
    "AgencyReturn",
    "Chase",
    "ClockSetting",
    "ConcernedBody",
    "Finding",
    "FindingAgency",
    "FindingTheme",
    "Incident",
    "PanelSeat",
    "PlanTemplateStep",
    "PracticeReview",
    "PracticeReviewer",
    "PracticeSection",
    "Publication",
    "PublicationLetter",
    "RapidAction",
    "RapidCheck",
    "RapidMeeting",
    "RapidReview",
    "RapidStep",
    "Ratification",
    "RefusedTheme",
    "Review",
    "ReviewFigure",
    "ReviewRecommendation",
    "UpdateLine",
    "UpdateReport",
]
