"""A workbook's way into a register: brought, tried out, added as a whole, or discarded."""

from .adding import add_rows, ask_to_add, check_rows, discard, receive_sheet, refuse_sheet
from .telling import refuse_telling

__all__ = ["add_rows", "ask_to_add", "check_rows", "discard", "receive_sheet", "refuse_sheet", "refuse_telling"]
