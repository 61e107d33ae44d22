"""How far a sheet is, as a small file beside the originals: the transaction that tries it out hides what it writes."""

import os
from pathlib import Path

from django.conf import settings

from .domain import Progress


def _place(sheet: int) -> Path:
    return Path(settings.MEDIA_ROOT) / "sheets" / str(sheet)


def note_progress(sheet: int, progress: Progress) -> None:
    """Named in one step, so that a page never reads half a note."""
    place = _place(sheet)
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_suffix(".new")
    aside.write_text(f"{progress.done} {progress.of}")
    os.replace(aside, place)


def progress_of(sheet: int) -> Progress | None:
    try:
        done, of = _place(sheet).read_text().split()
    except FileNotFoundError:
        return None
    return Progress(int(done), int(of))


def forget_progress(sheet: int) -> None:
    _place(sheet).unlink(missing_ok=True)
