"""What reviews keep."""

# Reviews, findings and what they recommend.
from .core import Finding, FindingAgency, FindingTheme, Review, ReviewRecommendation

__all__ = [
    "Finding",
    "FindingAgency",
    "FindingTheme",
    "Review",
    "ReviewRecommendation",
]
