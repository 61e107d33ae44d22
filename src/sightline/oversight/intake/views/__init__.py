"""The tray and the review of a paper."""

from .review import accept_all, card, decide, end, pane, review, state_meeting
from .tray import join_versions, lines, read_again, set_aside, tray

__all__ = [
    "accept_all",
    "card",
    "decide",
    "end",
    "join_versions",
    "lines",
    "pane",
    "read_again",
    "review",
    "set_aside",
    "state_meeting",
    "tray",
]
