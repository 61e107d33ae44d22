"""Processes are started again when they die, and stopped as one; a dead worker's task goes back to the queue."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sightline.oversight.intake.commands import begin_reading
from sightline.oversight.intake.domain import PaperState
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.tasks import read_paper
from sightline.web.console.processes import Child, stop_all
from sightline.web.console.reaping import GIVEN_UP, reap, worker_name
from sightline.web.console.timetable import put_back

NOW = timezone.now()
SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def _until(what, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False


def test_a_child_that_is_killed_is_started_again():
    child = Child("sleeper", SLEEPER)
    child.start()
    first = child.process.pid
    os.kill(first, signal.SIGKILL)
    assert _until(lambda: child.process.poll() is not None)
    child.look()
    assert child.process.pid != first
    assert child.process.poll() is None
    stop_all([child])
    assert child.process.poll() is not None


def test_a_child_that_dies_at_once_each_time_waits_longer_and_longer():
    child = Child("broken", [sys.executable, "-c", "raise SystemExit(3)"])
    child.start()
    child.process.wait()
    child.look()
    assert child.wait == 2.0
    child.process.wait()
    child.look()
    assert child.wait == 2.0, "it is not started again before its wait is over"


@pytest.fixture(autouse=True)
def _signals_as_before():
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def _task(worker: str, attempts: int = 1, paper: int = 0) -> DBTaskResult:
    task = DBTaskResult.objects.get(pk=read_paper.enqueue(paper).id)
    task.status, task.worker_ids, task.started_at = TaskResultStatus.RUNNING, [worker] * attempts, NOW
    task.save()
    return task


def _dead_worker() -> str:
    name = "import sys; sys.path[:0] = ['src']\nfrom sightline.web.console.reaping import worker_name; print(worker_name())"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": "src:."}
    script = f"import django; django.setup()\n{name}"
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment
    ).stdout.strip()


def test_the_task_of_a_dead_worker_is_put_back(db):
    task = _task(_dead_worker())
    assert len(reap(NOW)) == 1
    task.refresh_from_db()
    assert (task.status, task.started_at) == (TaskResultStatus.READY, None)


def test_the_task_of_a_living_worker_is_left_alone(db):
    task = _task(worker_name())
    assert reap(NOW) == []
    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


def test_the_number_of_a_process_given_to_another_does_not_pass_for_the_worker(db):
    host, pid, _ = worker_name().split(":")
    _task(f"{host}:{pid}:1")
    assert len(reap(NOW)) == 1


def test_a_task_that_takes_down_every_worker_is_given_up(db):
    task = _task(_dead_worker(), attempts=3)
    reap(NOW)
    task.refresh_from_db()
    assert (task.status, task.exception_class_path) == (TaskResultStatus.FAILED, GIVEN_UP)


def test_a_worker_of_another_machine_has_hours(db):
    _task("elsewhere:12:34")
    assert reap(NOW) == []
    assert len(reap(NOW + timedelta(hours=7))) == 1


def test_the_paper_that_a_dead_worker_was_reading_is_free_at_once(world):
    paper = Paper.objects.create(
        partnership=world.own,
        file_name="minutes.txt",
        size=1,
        sha256="0" * 64,
        brought_at=NOW,
        brought_by=world.manager,
    )
    task = _task(_dead_worker(), paper=paper.pk)
    begin_reading(paper_id=paper.pk, at=NOW)
    assert put_back(NOW) == 1
    paper.refresh_from_db()
    task.refresh_from_db()
    assert (paper.state, task.status) == (PaperState.WAITING, TaskResultStatus.READY)
