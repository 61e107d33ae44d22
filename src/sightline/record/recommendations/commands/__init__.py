"""Verbs of recommendations."""

from .answering import answer_by_action, raise_answering_action, respond, undo_response, unlink_action
from .issuing import issue, issue_recommendation, share_answers, take_back
from .recording import (
    address_to,
    correct_recommendation,
    record_recommendation,
    remove_addressee,
    remove_recommendation,
)
from .relating import say_sameness, supersede, undo_superseding, unsay_sameness
from .themes import choose_themes, propose_themes

__all__ = [
    "address_to",
    "answer_by_action",
    "choose_themes",
    "correct_recommendation",
    "issue",
    "issue_recommendation",
    "propose_themes",
    "raise_answering_action",
    "record_recommendation",
    "remove_addressee",
    "remove_recommendation",
    "respond",
    "say_sameness",
    "share_answers",
    "supersede",
    "take_back",
    "undo_response",
    "undo_superseding",
    "unlink_action",
    "unsay_sameness",
]
