"""Verbs of reviews."""

# Reviews and findings of any kind.
from .core import record_finding, record_review

__all__ = [
    "record_finding",
    "record_review",
]
