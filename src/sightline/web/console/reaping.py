"""Puts back what a worker was doing when it was killed: the task library leaves such a task running for ever."""

import logging
import os
import socket
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

log = logging.getLogger("sightline")
MOST_ATTEMPTS = 3
"""A task that takes its worker down each time is given up, so that it does not stop all others."""
GIVEN_UP = "sightline.web.console.reaping.WorkerDied"
ELSEWHERE = timedelta(hours=6)
"""A worker of another machine cannot be looked at; no task of ours takes this long."""


class WorkerDied(Exception):
    """The worker was killed while it did this task."""


def worker_name() -> str:
    """Names this process so that others of the machine can see whether it still lives."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{_born(os.getpid())}"


def _born(pid: int) -> str:
    """When the process began, by the kernel's clock: a number of a process is given to others later."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[19]
    except (OSError, IndexError):
        return ""


def _lives(worker: str, started: datetime | None, now: datetime) -> bool:
    host, _, rest = worker.partition(":")
    pid, _, born = rest.partition(":")
    if host != socket.gethostname()[:30] or not pid.isdigit():
        return started is not None and now - started < ELSEWHERE
    if not Path("/proc").exists():
        return _answers(int(pid))
    return _born(int(pid)) == born


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def reap(now: datetime) -> list[DBTaskResult]:
    """Gives tasks of dead workers back to the queue, or gives up on them; returns those given back."""
    given_back = []
    for task in DBTaskResult.objects.running():
        if not task.worker_ids or _lives(task.worker_ids[-1], task.started_at, now):
            continue
        with transaction.atomic():
            found = DBTaskResult.objects.select_for_update().get(pk=task.pk)
            if found.status == TaskResultStatus.RUNNING and found.worker_ids == task.worker_ids:
                _put_back(found, now)
                given_back += [found] if found.status == TaskResultStatus.READY else []
    return given_back


def _put_back(task: DBTaskResult, now: datetime) -> None:
    log.warning("the worker %s died while doing %s", task.worker_ids[-1], task.task_path)
    if len(task.worker_ids) < MOST_ATTEMPTS:
        task.status, task.started_at = TaskResultStatus.READY, None
    else:
        task.status, task.finished_at, task.exception_class_path = TaskResultStatus.FAILED, now, GIVEN_UP
        task.traceback = f"Given up after {MOST_ATTEMPTS} workers died doing it."
    task.save(update_fields=["status", "started_at", "finished_at", "exception_class_path", "traceback"])
