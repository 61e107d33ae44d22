"""The tray and the review of a paper as their pages show them."""

from .review import ConfirmAll, EndPage, ReviewPage, card, confirm_all, end_page, pane_of, review_page
from .tray import TrayPage, tray_page

__all__ = [
    "ConfirmAll",
    "EndPage",
    "ReviewPage",
    "TrayPage",
    "card",
    "confirm_all",
    "end_page",
    "pane_of",
    "review_page",
    "tray_page",
]
