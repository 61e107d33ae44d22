"""Sheets are tried out and added in the background, as a workbook may hold thousands of rows."""

import logging
import time
from collections.abc import Callable

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from sightline.foundation.library.store import read_file
from sightline.kernel.verdict import Refused
from sightline_reader.model import Unreadable

from . import commands
from .commands.registers import REGISTERS
from .domain import ImportState, Progress
from .domain.sheets import parse
from .models import Import
from .readers import first_sheet
from .store import forget_progress, note_progress

BEATS_APART = 0.5  # seconds between notes of progress
log = logging.getLogger(__name__)
OUR_FAULT = "Sightline stumbled over this sheet. Nothing was added. Bring it in again, or tell those who run Sightline."


@task()
def work_on(sheet_id: int) -> str:
    """Safe to run twice and to be killed at any moment: what is not whole is taken back by the database."""
    sheet = Import.objects.filter(pk=sheet_id).select_related("partnership", "brought_by", "added_by").first()
    if sheet is None or sheet.state not in (ImportState.WAITING, ImportState.ADDING):
        return "not mine"
    try:
        return _work(sheet).state
    except Unreadable as reason:
        return commands.refuse_sheet(sheet=sheet, message=reason.message).state
    except (FileNotFoundError, Refused):
        return commands.refuse_sheet(sheet=sheet, message=OUR_FAULT).state
    except Exception as problem:
        log.error("import %s failed: %s", sheet_id, type(problem).__name__)
        return commands.refuse_sheet(sheet=sheet, message=OUR_FAULT).state
    finally:
        forget_progress(sheet_id)


def _work(sheet: Import) -> Import:
    name, rows = first_sheet(read_file(sheet.sha256), REGISTERS[sheet.register].sheet.title)
    parsed = parse(REGISTERS[sheet.register].sheet, name, rows)
    if sheet.state == ImportState.WAITING:
        return commands.check_rows(sheet=sheet, parsed=parsed, name=name, on_row=_beating(sheet.pk))
    return commands.add_rows(sheet=sheet, parsed=parsed, name=name, by=sheet.added_by, on_row=_beating(sheet.pk))


def _beating(sheet: int) -> Callable[[int, int], None]:
    """Notes how far the rows are, so often that a page can show it and so seldom that it costs nothing."""
    last = -BEATS_APART

    def note(done: int, of: int) -> None:
        nonlocal last
        if (now := time.monotonic()) - last >= BEATS_APART:
            note_progress(sheet, Progress(done, of))
            last = now

    return note


def begin(sheet: Import) -> None:
    work_on.enqueue(sheet.pk)


def begin_again() -> int:
    """For the timetable: sheets that wait with no task of theirs in the queue, as after a restart from a backup."""
    queued = {
        row["args"][0]
        for row in DBTaskResult.objects.filter(task_path=work_on.module_path, finished_at=None).values_list(
            "args_kwargs", flat=True
        )
    }
    waiting = Import.objects.filter(state__in=(ImportState.WAITING, ImportState.ADDING)).exclude(pk__in=queued)
    for sheet in waiting:
        begin(sheet)
    return len(waiting)
