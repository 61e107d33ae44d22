"""The tray and the review of a paper."""

from .review import accept_all, card, decide, end, pane, review, state_meeting
from .tray import lines, read_again, set_aside, tray

__all__ = [
    "accept_all",
    "card",
    "decide",
    "end",
    "lines",
    "pane",
    "read_again",
    "review",
    "set_aside",
    "state_meeting",
    "tray",
]
