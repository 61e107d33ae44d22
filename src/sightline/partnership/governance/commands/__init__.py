"""Verbs of governance. Ends are half-open: `on` is the first day on which the thing is no longer so."""

from .arrangements import (
    cover_area,
    end_responsibility_held,
    hold_responsibility,
    record_successor,
    state_responsibility,
    stop_covering_area,
)
from .boards import (
    correct_board,
    create_board,
    draw_line,
    end_board,
    end_line,
    name_board_also,
    rename_board,
)
from .seats import (
    correct_seat,
    create_seat,
    end_membership,
    end_seat,
    name_deputy,
    remove_membership,
    seat_person,
)
from .terms import QuorumOf, approve_terms, draft_terms, end_terms, revise_draft

__all__ = [
    "QuorumOf",
    "approve_terms",
    "correct_board",
    "correct_seat",
    "cover_area",
    "create_board",
    "create_seat",
    "draft_terms",
    "draw_line",
    "end_board",
    "end_line",
    "end_membership",
    "end_responsibility_held",
    "end_seat",
    "end_terms",
    "hold_responsibility",
    "name_board_also",
    "name_deputy",
    "record_successor",
    "remove_membership",
    "rename_board",
    "revise_draft",
    "seat_person",
    "state_responsibility",
    "stop_covering_area",
]
