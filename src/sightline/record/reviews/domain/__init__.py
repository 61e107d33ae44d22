"""Words and clocks of reviews."""

from .kinds import REVIEW_LABELS, ReviewKind, kind_words

__all__ = ["REVIEW_LABELS", "ReviewKind", "kind_words"]
