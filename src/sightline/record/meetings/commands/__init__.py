"""Verbs of meetings."""

from .agendas import add_agenda_item, build_agenda, change_agenda_item, move_agenda_item, remove_agenda_item
from .attendance import add_guest, record_attendance, remove_attendance
from .calendar import (
    cancel_meeting,
    hold_meeting,
    move_meeting,
    plan_meeting,
    plan_year,
    record_meeting,
    remove_meeting,
)
from .decisions import (
    carry_action,
    carry_open_actions,
    close_action_at_meeting,
    correct_decision,
    drop_action,
    raise_action_at_meeting,
    record_decision,
    remove_decision,
)
from .minutes import Overtaken, approve_minutes, new_version, publish_minutes, write_minutes

__all__ = [
    "Overtaken",
    "add_agenda_item",
    "add_guest",
    "approve_minutes",
    "build_agenda",
    "cancel_meeting",
    "carry_action",
    "carry_open_actions",
    "change_agenda_item",
    "close_action_at_meeting",
    "correct_decision",
    "drop_action",
    "hold_meeting",
    "move_agenda_item",
    "move_meeting",
    "new_version",
    "plan_meeting",
    "plan_year",
    "publish_minutes",
    "raise_action_at_meeting",
    "record_attendance",
    "record_decision",
    "record_meeting",
    "remove_agenda_item",
    "remove_attendance",
    "remove_decision",
    "remove_meeting",
    "write_minutes",
]
