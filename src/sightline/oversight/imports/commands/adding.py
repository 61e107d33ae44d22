"""The dry run does the real commands and takes them back, so that what it says is what will be."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused

from ..domain import ImportState
from ..domain.sheets import Fault, Line, Mistaken, Parsed
from ..models import Import
from .registers import REGISTERS, Register
from .resolving import Names


class _TakeBack(Exception):
    pass


@deed
def receive_sheet(
    *, partnership: Partnership, register: str, file_name: str, sha256: str, by: User | None, at: datetime
) -> Import:
    """The store keeps the bytes already."""
    if register not in REGISTERS:
        raise Refused("Choose the register that this sheet is for.", "register")
    row = Import(
        partnership=partnership,
        register=register,
        file_name=file_name[:255],
        sha256=sha256,
        brought_at=at,
        brought_by=by,
    )
    row.full_clean()
    row.save()
    return row


@deed
def refuse_sheet(*, sheet: Import, message: str, by: User | None = None) -> Import:
    sheet.state, sheet.message = ImportState.UNREADABLE, message
    sheet.save()
    return sheet


OnRow = Callable[[int, int], None]
"""Told after each row: how many are done, of how many."""


def _nobody(done: int, of: int) -> None:
    pass


def check_rows(*, sheet: Import, parsed: Parsed, name: str, on_row: OnRow = _nobody) -> Import:
    """The dry run: every row by its command, then all of it taken back. Only what it found is kept."""
    outcome = None
    try:
        with transaction.atomic():
            outcome = _done(sheet, parsed, name, on_row)
            raise _TakeBack
    except _TakeBack:
        pass
    return _say(sheet=sheet, parsed=parsed, outcome=outcome, by=None)


@deed
def _say(*, sheet: Import, parsed: Parsed, outcome: "Outcome", by: User | None) -> Import:
    sheet.rows = len(parsed.lines) + len({fault.row for fault in parsed.faults if fault.column})
    sheet.good, sheet.known = outcome.added, outcome.known
    sheet.faults = [asdict(fault) for fault in sorted((*parsed.faults, *outcome.faults), key=lambda one: one.row)]
    sheet.left_out = list(parsed.left_out)
    sheet.state = ImportState.CHECKED
    sheet.save()
    return sheet


class Outcome:
    """What became of the rows that could be read."""

    def __init__(self) -> None:
        self.added = self.known = 0
        self.faults: list[Fault] = []


def _done(sheet: Import, parsed: Parsed, name: str, on_row: OnRow) -> Outcome:
    register, names, outcome = REGISTERS[sheet.register], Names(sheet.partnership), Outcome()
    for place, line in enumerate(parsed.lines, 1):
        on_row(place, len(parsed.lines))
        try:
            with transaction.atomic():
                if _add(register, line, names, sheet):
                    outcome.added += 1
                else:
                    outcome.known += 1
        except Mistaken as wrong:
            outcome.faults.append(_fault(wrong.what, wrong.todo, getattr(wrong, "key", None), parsed, name, line))
        except Refused as refusal:
            outcome.faults.append(_fault(refusal.reason, "Mend this row.", refusal.field, parsed, name, line))
        except ValidationError as problem:
            key = next(iter(getattr(problem, "message_dict", {})), None)
            outcome.faults.append(_fault(" ".join(problem.messages), "Mend this row.", key, parsed, name, line))
    return outcome


def _add(register: Register, line: Line, names: Names, sheet: Import) -> bool:
    """False when the record has it already."""
    values = names.resolved(register.named, line.values)
    if register.is_known(sheet.partnership, values):
        return False
    made = register.add(sheet.partnership, values, sheet.brought_by)
    if register.makes:
        names.learn(register.makes, made)
    return True


def _fault(what: str, todo: str, key: str | None, parsed: Parsed, name: str, line: Line) -> Fault:
    return Fault(name, parsed.letters.get(key or "", ""), line.row, what, todo)


@deed
def ask_to_add(*, sheet: Import, leave_faulty: bool, by: User | None, at: datetime) -> Import:
    """A person has seen the dry run and says yes."""
    sheet = Import.objects.select_for_update().get(pk=sheet.pk)
    if sheet.state != ImportState.CHECKED:
        raise Refused("This sheet is not waiting to be added. Look at its page again.")
    if sheet.faults and not leave_faulty:
        raise Refused("Some rows are faulty. Mend them and bring the sheet in again, or add the good rows only.")
    if not sheet.good:
        raise Refused("There is no row to add.")
    sheet.state, sheet.leave_faulty, sheet.added_by, sheet.added_at = ImportState.ADDING, leave_faulty, by, at
    sheet.save()
    return sheet


@deed
def add_rows(*, sheet: Import, parsed: Parsed, name: str, by: User | None, on_row: OnRow = _nobody) -> Import:
    """All rows or none: when the record has changed so that a row no longer fits, nothing is added and it is said."""
    sheet = Import.objects.select_for_update().get(pk=sheet.pk)
    if sheet.state != ImportState.ADDING:
        return sheet
    before = {(f["row"], f["column"]) for f in sheet.faults}
    point = transaction.savepoint()
    outcome = _done(sheet, parsed, name, on_row)
    fresh = [fault for fault in outcome.faults if (fault.row, fault.column) not in before]
    if fresh:
        transaction.savepoint_rollback(point)
        sheet.message = "The record has changed since the dry run, so nothing was added. Look at the faults again."
        return _say(sheet=sheet, parsed=parsed, outcome=outcome, by=by)
    transaction.savepoint_commit(point)
    sheet.state, sheet.added, sheet.known, sheet.message = ImportState.ADDED, outcome.added, outcome.known, ""
    sheet.save()
    return sheet


@deed
def discard(*, sheet: Import, by: User | None) -> Import:
    sheet = Import.objects.select_for_update().get(pk=sheet.pk)
    if sheet.state not in (ImportState.CHECKED, ImportState.UNREADABLE):
        raise Refused("Only a sheet that waits can be discarded.")
    sheet.state = ImportState.DISCARDED
    sheet.save()
    return sheet
