"""Words and clocks of reviews."""

from .kinds import REVIEW_LABELS, ReviewKind

__all__ = ["REVIEW_LABELS", "ReviewKind"]
