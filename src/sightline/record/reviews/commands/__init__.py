"""Verbs of reviews."""

# Reviews of any kind.
from .core import record_review

# Practice reviews, findings, themes, publication.
from .findings import (
    answer_with_action,
    correct_finding,
    recommend,
    record_figure,
    record_finding,
    remove_figure,
    remove_finding,
    set_agencies,
    take_back_recommendation,
)
from .practice import (
    appoint_reviewer,
    correct_review,
    fill_section,
    open_practice_review,
    put_on_panel,
    record_decision_day,
    remove_review,
    say_not_applicable,
    set_parallel,
    set_period,
    take_off_panel,
    take_off_reviewer,
)
from .publication import (
    expect_update,
    plan_publication,
    publish_review,
    receive_update,
    record_letter,
    remove_letter,
    withdraw_review,
)
from .themes import add_theme, propose_themes, refuse_theme

__all__ = [
    "add_theme",
    "answer_with_action",
    "appoint_reviewer",
    "correct_finding",
    "correct_review",
    "expect_update",
    "fill_section",
    "open_practice_review",
    "plan_publication",
    "propose_themes",
    "publish_review",
    "put_on_panel",
    "receive_update",
    "recommend",
    "record_decision_day",
    "record_figure",
    "record_finding",
    "record_letter",
    "record_review",
    "refuse_theme",
    "remove_figure",
    "remove_finding",
    "remove_letter",
    "remove_review",
    "say_not_applicable",
    "set_agencies",
    "set_parallel",
    "set_period",
    "take_back_recommendation",
    "take_off_panel",
    "take_off_reviewer",
    "withdraw_review",
]
