"""What is done with papers and with what they propose."""

from .accept import accept, accept_all, correct, refuse, refuse_all, state_meeting, take_back
from .papers import (
    begin_reading,
    discard_held_back,
    free_stuck,
    hold_back,
    join_versions,
    note_progress,
    read_again,
    receive_paper,
    refuse_paper,
    set_aside,
)
from .readings import finish_reading

__all__ = [
    "accept",
    "accept_all",
    "begin_reading",
    "correct",
    "discard_held_back",
    "finish_reading",
    "free_stuck",
    "hold_back",
    "join_versions",
    "note_progress",
    "read_again",
    "receive_paper",
    "refuse",
    "refuse_all",
    "refuse_paper",
    "set_aside",
    "state_meeting",
    "take_back",
]
