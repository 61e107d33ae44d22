"""Words, clocks and states of recommendations, and how alike two of them are."""

from .answers import ANSWER_LABELS, NEEDS_REASON, Answer
from .clock import RESPONSE_DAYS, Clock, response_clock, response_due
from .numbers import natural_order
from .sources import SOURCE_LABELS, SourceKind, source_kind_of, source_label
from .states import STATE_COLOURS, STATE_LABELS, Doing, State, state_of

__all__ = [
    "ANSWER_LABELS",
    "NEEDS_REASON",
    "RESPONSE_DAYS",
    "SOURCE_LABELS",
    "STATE_COLOURS",
    "STATE_LABELS",
    "Answer",
    "Clock",
    "Doing",
    "SourceKind",
    "State",
    "natural_order",
    "response_clock",
    "response_due",
    "source_kind_of",
    "source_label",
    "state_of",
]
