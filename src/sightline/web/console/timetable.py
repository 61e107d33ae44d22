"""What happens by the clock: sealing the trail, putting back what dead workers left, checking what changed."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.trail.commands import seal
from sightline.foundation.trail.queries import changed_since
from sightline.oversight.gaps.commands import check
from sightline.oversight.gaps.queries import newest_check
from sightline.oversight.imports.tasks import begin_again
from sightline.oversight.intake.commands import free_stuck
from sightline.oversight.intake.tasks import read_paper, requeue_stuck
from sightline.oversight.reminders.commands import remind, send_briefings

from .reaping import reap

log = logging.getLogger("sightline")
TICK = 5.0
KEPT_TASKS = timedelta(days=14)


@dataclass
class Job:
    name: str
    every: float
    """Seconds."""
    do: Callable[[datetime], object]
    due: float = 0.0


def jobs() -> list[Job]:
    return [
        Job("put back tasks of dead workers", 15, put_back),
        Job("read stuck papers again", 60, requeue_stuck),
        Job("go on with sheets that wait", 60, lambda now: begin_again()),
        Job("seal the trail", 60, lambda now: seal(at=now, copy_to=settings.HOME / "seals.txt")),
        Job("check what changed", 20, check_changed),
        Job("send reminders", 60, lambda now: remind(at=now)),
        Job("send briefings", 60, lambda now: send_briefings(at=now)),
        Job("forget old tasks", 24 * 3600, forget_old_tasks),
        Job("forget old sessions", 24 * 3600, lambda now: call_command("clearsessions")),
    ]


def run_due(timetable: list[Job], clock: float) -> None:
    """Does what is due. A job that fails is logged and tried again at its next time; the others go on."""
    for job in timetable:
        if clock < job.due:
            continue
        job.due = clock + job.every
        try:
            job.do(timezone.now())
        except Exception:
            log.exception("could not %s", job.name)


def keep_time() -> None:
    """Runs for ever. Each round leaves a mark in the home folder, by which the health page knows it lives."""
    timetable, mark = jobs(), settings.HOME / "timetable.beat"
    while True:
        close_old_connections()
        run_due(timetable, time.monotonic())
        mark.write_text(timezone.now().isoformat(), encoding="ascii")
        time.sleep(TICK)


def put_back(now: datetime) -> int:
    """Tasks of dead workers go back to the queue, and the papers that they were reading are free at once."""
    tasks = [task for task in reap(now) if task.task_path == read_paper.module_path]
    return free_stuck(paper_ids=[task.args_kwargs["args"][0] for task in tasks]) if tasks else 0


def check_changed(now: datetime) -> int:
    """Runs the rules over each partnership whose record changed since they last ran, and over all once a day."""
    today, checked = timezone.localdate(now), 0
    for partnership in Partnership.objects.filter(ended_on=None):
        before = newest_check(partnership)
        if before is None or before.as_of < today or changed_since(before.at, partnership.pk, besides="gaps_"):
            check(partnership=partnership, on=today, at=now, by=None)
            checked += 1
    return checked


def forget_old_tasks(now: datetime) -> int:
    return DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT_TASKS).delete()[0]
