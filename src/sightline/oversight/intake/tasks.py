"""Reading in the background: one task for each paper, safe to run twice and to be killed at any moment."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import TaskContext, task
from django_tasks_db.models import DBTaskResult

from sightline.foundation.library.store import has_file, read_file
from sightline_reader.likeness import sketch_of
from sightline_reader.model import Reading, Unreadable
from sightline_reader.sandbox import read_in_child

from . import commands
from .domain import PaperState
from .models import Paper

log = logging.getLogger(__name__)
BEATS_APART = 1.0  # seconds between notes of progress
# A reading says how far it is page by page; the longest silent stretch is the child's own time limit.
SILENCE = timedelta(minutes=4)
GONE = "The file is not in the store any more. Drop it in again."
OUR_FAULT = (
    "Sightline stumbled over this file. It is kept. Ask for it to be read again, or tell those who run Sightline."
)


@task(takes_context=True)
def read_paper(context: TaskContext, paper_id: int) -> str:
    """A task that comes a second time was put back because its worker died: then it takes the paper over."""
    return read_now(paper_id, is_put_back=context.attempt > 1)


def read_now(paper_id: int, is_put_back: bool = False) -> str:
    """Reads one paper from beginning to end; the answer is the state it ends in, or `not mine`."""
    if is_put_back:
        commands.free_stuck(paper_ids=[paper_id])
    paper = commands.begin_reading(paper_id=paper_id, at=timezone.now())
    if paper is None:
        return "not mine"
    try:
        ended = _read(paper)
    except Unreadable as reason:
        ended = commands.refuse_paper(paper=paper, message=reason.message, at=timezone.now())
    except FileNotFoundError:
        ended = commands.refuse_paper(paper=paper, message=GONE, at=timezone.now())
    except Exception as problem:
        # The text of an exception may hold words of the paper: only its name is logged.
        log.error("reading paper %s failed: %s", paper_id, type(problem).__name__)
        ended = commands.refuse_paper(paper=paper, message=OUR_FAULT, at=timezone.now())
    return ended.state if ended else "not mine"


def _read(paper: Paper) -> Paper | None:
    reading = read_in_child(read_file(paper.sha256), paper.file_name, on_progress=_beating(paper))
    if reading.hold is not None or reading.document is None:
        return commands.hold_back(paper=paper, message=_hold_words(reading), at=timezone.now())
    sketch = sketch_of(reading.document.text)
    return commands.finish_reading(paper=paper, reading=reading, sketch=sketch, at=timezone.now())


def _hold_words(reading: Reading) -> str:
    """The reader's message, with the places it does not name already."""
    if reading.hold is None:
        return "This file was held back and nothing in it was kept."
    places = [place for place in reading.hold.places if place not in reading.hold.message]
    return f"{reading.hold.message} Where: {', '.join(places)}." if places else reading.hold.message


def _beating(paper: Paper) -> Callable[[int, int], None]:
    last = 0.0

    def on_progress(read: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= BEATS_APART:
            last = time.monotonic()
            commands.note_progress(paper=paper, read=read, total=total, at=timezone.now())

    return on_progress


def queue(paper: Paper) -> None:
    if paper.state == PaperState.WAITING:
        read_paper.enqueue(paper.pk)


def _queued() -> set[int]:
    tasks = DBTaskResult.objects.ready().filter(task_path=read_paper.module_path)
    return {task["args"][0] for task in tasks.values_list("args_kwargs", flat=True)}


def requeue_stuck(now: datetime) -> int:
    """For the timetable: papers whose worker or server died are read again; bytes that may not be kept are removed."""
    silent = Paper.objects.filter(state=PaperState.READING, beat_at__lt=now - SILENCE)
    commands.free_stuck(paper_ids=list(silent.values_list("pk", flat=True)))
    waiting = Paper.objects.filter(state=PaperState.WAITING).exclude(pk__in=_queued()).order_by("pk")
    for paper in waiting:
        queue(paper)
    for sha256 in Paper.objects.filter(state=PaperState.HELD_BACK, version=None).values_list("sha256", flat=True):
        if has_file(sha256):
            commands.discard_held_back(sha256=sha256)
    return len(waiting)
