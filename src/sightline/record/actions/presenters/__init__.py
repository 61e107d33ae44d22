"""Pages of actions, shaped as they are shown."""

from .page import ActionPage, action_page
from .table import LISTS, actions_table, tabs
from .words import (
    action_href,
    is_overdue,
    list_href,
    owner_words,
    rating_cell,
    said_before_closing,
    said_by_reporter,
    status_cell,
)

__all__ = [
    "LISTS",
    "ActionPage",
    "action_href",
    "action_page",
    "actions_table",
    "is_overdue",
    "list_href",
    "owner_words",
    "rating_cell",
    "said_before_closing",
    "said_by_reporter",
    "status_cell",
    "tabs",
]
