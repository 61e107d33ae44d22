"""What reviews keep."""

# Reviews, findings and what they recommend.
from .core import Finding, FindingAgency, FindingTheme, Review, ReviewRecommendation

# Practice reviews, their publication, and what is said across reviews.
from .findings import RefusedTheme, ReviewFigure
from .practice import PanelSeat, PracticeReview, PracticeReviewer, PracticeSection
from .publication import Publication, PublicationLetter, UpdateLine, UpdateReport

__all__ = [
    "Finding",
    "FindingAgency",
    "FindingTheme",
    "PanelSeat",
    "PracticeReview",
    "PracticeReviewer",
    "PracticeSection",
    "Publication",
    "PublicationLetter",
    "RefusedTheme",
    "Review",
    "ReviewFigure",
    "ReviewRecommendation",
    "UpdateLine",
    "UpdateReport",
]
