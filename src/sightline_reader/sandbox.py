"""Reads a file in a process of its own, with limits on time and memory, that dies with whoever asked.

A file can be built to exhaust or to break what opens it. The child is a fresh interpreter that gets the bytes through a
pipe and answers in JSON lines; it keeps nothing, writes no file, and sees none of the parent's environment.
"""

import json
import os
import subprocess
import sys
import threading
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from typing import Any

from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Hold, Reading, Unreadable
from sightline_reader.wire import from_wire

Progress = Callable[[int, int], None]

PASSED_ON = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
PICTURE_SECONDS = 30

TOO_LONG = "Reading this file took too long and was stopped. Split it, or save it again, and drop that in."
BROKE = (
    "This file stopped the reader: it is damaged, or too large to read. Open it where it came from, save it again "
    "(or split it) and drop that in."
)


def read_in_child(data: bytes, name: str, limits: Limits = DEFAULT, on_progress: Progress | None = None) -> Reading:
    """`on_progress(page, pages)` is called from this thread while it goes on. Raises Unreadable, and only that."""
    answer = _ask({"task": "read", "name": name}, data, limits, on_progress)
    return from_wire(answer["reading"])


def hold_in_child(data: bytes, name: str, limits: Limits = DEFAULT) -> tuple[Hold | None, str]:
    """Opens a file and only asks whether it may be kept: the reason not to, and its media type. Raises Unreadable."""
    answer = _ask({"task": "hold", "name": name}, data, limits, None)
    hold = answer["hold"]
    return (Hold(hold["code"], hold["message"], tuple(hold["places"])) if hold else None), answer["media_type"]


def render_in_child(data: bytes, number: int, scale: float = 1.5, limits: Limits = DEFAULT) -> bytes:
    """One page of a PDF (from 1) as PNG; `scale` 1 gives 72 dots an inch."""
    limits = Limits(**{**asdict(limits), "seconds": PICTURE_SECONDS, "cpu_seconds": PICTURE_SECONDS})
    answer = _ask({"task": "render", "number": number, "scale": scale}, data, limits, None)
    return b64decode(answer["png"])


def _ask(task: dict[str, Any], data: bytes, limits: Limits, on_progress: Progress | None) -> dict[str, Any]:
    header = json.dumps({**task, "limits": asdict(limits)}).encode() + b"\n"
    with _child() as child, _fed(child, header + data), _stopped_after(child, limits.seconds) as late:
        for line in child.stdout:
            answer = json.loads(line)
            if "page" not in answer:
                break
            if on_progress:
                on_progress(answer["page"], answer["of"])
        else:
            raise _reason(child.wait(), late.is_set())
    if "unreadable" in answer:
        raise Unreadable(*answer["unreadable"])
    return answer


@contextmanager
def _child() -> Iterator[subprocess.Popen]:
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"PYTHONPATH": str(Path(__file__).resolve().parents[1]), "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "sightline_reader.sandboxed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        _kill(child)
        child.stdout.close()
        child.wait()


def _kill(child: subprocess.Popen) -> None:
    """The child and whatever it started (a text recogniser)."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, SIGKILL)


@contextmanager
def _fed(child: subprocess.Popen, data: bytes) -> Iterator[None]:
    def feed() -> None:
        with suppress(BrokenPipeError, ValueError), child.stdin:
            child.stdin.write(data)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    try:
        yield
    finally:
        _kill(child)
        feeder.join()


@contextmanager
def _stopped_after(child: subprocess.Popen, seconds: int) -> Iterator[threading.Event]:
    late = threading.Event()

    def stop() -> None:
        late.set()
        _kill(child)

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()
        timer.join()


def _reason(code: int, is_late: bool) -> Unreadable:
    if is_late or code == -SIGXCPU:
        return Unreadable("too-long", TOO_LONG)
    return Unreadable("broke-reader", BROKE)
