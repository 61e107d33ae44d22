"""Thousands of rows: in bounded time, with their progress shown, and a killed worker leaves nothing half-written."""

import json
import os
import signal
import time

import pytest
from django.utils import timezone

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.store import keep
from sightline.oversight.imports.commands import receive_sheet
from sightline.oversight.imports.domain import ImportState, Progress
from sightline.oversight.imports.store import forget_progress, note_progress, progress_of
from sightline.oversight.intake.tests.test_killed import House
from tests.access.of_imports import workbook

from .test_imports import added, brought, trust

ROWS = 2000
LEAST_A_SECOND = 15
"""Rows tried out or added in a second of processor time; a quiet machine does some ten times as many."""
HEADINGS = ["Number", "Action", "Owner"]
FILL = """
from django.utils import timezone
from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.library.store import keep
from sightline.oversight.imports import commands, tasks
from tests.access.of_imports import workbook
p = establish_partnership(slug="ashvale", name="Ashvale", short_name="Ashvale", by=None)
rows = [["Number", "Action"], *([str(n), f"Paint rail {n}"] for n in range(ROWS))]
sheet = commands.receive_sheet(partnership=p, register="actions", file_name="a.xlsx", sha256=keep([workbook(rows)])[0],
    by=None, at=timezone.now())
tasks.work_on.func(sheet.pk)
sheet.refresh_from_db()
commands.ask_to_add(sheet=sheet, leave_faulty=False, by=None, at=timezone.now())
tasks.begin(sheet)
"""
FOUND = """
import json
from sightline.oversight.imports.models import Import
from sightline.record.actions.models import Action
from sightline.foundation.library.models import SearchEntry
print(json.dumps([Import.objects.get().state, Action.objects.count(),
    SearchEntry.objects.filter(subject_kind="actions.action").count()]))
"""
REAP = "from django.utils import timezone; from sightline.web.console.reaping import reap; reap(timezone.now())"


@pytest.mark.django_db
def test_the_page_says_how_many_rows_have_been_tried_out(world, sign_in):
    sheet = receive_sheet(
        partnership=world.own,
        register="actions",
        file_name="a.xlsx",
        sha256=keep([workbook([HEADINGS, ["1", "Paint the pier"]])])[0],
        by=None,
        at=timezone.now(),
    )
    note_progress(sheet.pk, Progress(350, ROWS))
    answer = sign_in(Role.BUSINESS_MANAGER).get(
        f"/p/{world.own.slug}/import/{sheet.pk}/state", headers={"HX-Request": "true"}
    )
    assert "350 of 2,000 rows so far." in answer.content.decode() and "HX-Refresh" not in answer.headers
    forget_progress(sheet.pk)
    forget_progress(sheet.pk)
    assert progress_of(sheet.pk) is None


@pytest.mark.slow
@pytest.mark.django_db
def test_two_thousand_rows_are_tried_out_and_added_in_bounded_time(world):
    trust(world)
    rows = [HEADINGS, *([str(n), f"Paint rail {n} of the long pier", "LT"] for n in range(ROWS))]
    begun = time.process_time()
    sheet = brought(world, rows)
    tried = time.process_time() - begun
    assert (sheet.good, sheet.faults) == (ROWS, [])
    sheet = added(world, sheet)
    whole = time.process_time() - begun
    print(f"{ROWS / tried:.0f} rows a second tried out, {ROWS / (whole - tried):.0f} added")
    assert (sheet.state, sheet.added) == (ImportState.ADDED, ROWS)
    assert progress_of(sheet.pk) is None
    assert 2 * ROWS / whole > LEAST_A_SECOND


@pytest.mark.slow
def test_a_worker_killed_among_the_rows_leaves_none_and_another_adds_them_all(tmp_path):
    house, rows = House(tmp_path / "home"), 600
    house.run("migrate", "-v0")
    house.run("shell", "-v0", "-c", FILL.replace("ROWS", str(rows)))

    worker = house.start("worker")
    end = time.monotonic() + 60
    while not _far(house):
        assert time.monotonic() < end
        time.sleep(0.01)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    assert json.loads(house.run("shell", "-v0", "-c", FOUND)) == ["adding", 0, 0]

    house.run("shell", "-v0", "-c", REAP)
    again = house.start("worker")
    end = time.monotonic() + 90
    while (found := json.loads(house.run("shell", "-v0", "-c", FOUND)))[0] != "added":
        assert time.monotonic() < end, found
    again.terminate()
    again.communicate(timeout=60)
    assert found == ["added", rows, rows]


def _far(house: House) -> bool:
    """Whether the worker has got past its first rows."""
    for note in house.home.rglob("sheets/1"):
        return int(note.read_text().split()[0]) > 1
    return False
