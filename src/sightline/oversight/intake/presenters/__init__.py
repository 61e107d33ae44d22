"""The tray and the review of a paper as their pages show them."""

from .cards import card
from .ending import ConfirmAll, EndPage, confirm_all, end_page
from .review import ReviewPage, kind_tabs, pane_of, review_page
from .tray import TrayPage, tray_page

__all__ = [
    "ConfirmAll",
    "EndPage",
    "ReviewPage",
    "TrayPage",
    "card",
    "confirm_all",
    "end_page",
    "kind_tabs",
    "pane_of",
    "review_page",
    "tray_page",
]
