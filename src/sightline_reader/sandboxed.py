"""The child's side of `sandbox`: takes one task through a pipe, answers in JSON lines, ends."""

import ctypes
import gc
import json
import os
import resource
import signal
import sys
from base64 import b64encode
from contextlib import suppress
from dataclasses import asdict
from typing import Any, BinaryIO

from sightline_reader.limits import Limits
from sightline_reader.model import Unreadable

PR_SET_PDEATHSIG = 1  # linux/prctl.h
GRACE_SECONDS = 5
OPEN_FILES = 128
RECOGNISER = "tesseract"  # the one program that the child may start
FORBIDDEN = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "os.system", "os.exec", "os.fork")


def look_seldom_for_cycles() -> None:
    """The process reads one file and ends: Python's cycle collector would find next to nothing, for a twentieth of the time."""
    gc.set_threshold(20_000, 20, 20)


def main() -> None:
    look_seldom_for_cycles()
    answers = _own_output()
    task = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**task["limits"])
    _restrain(limits)
    data = sys.stdin.buffer.read()
    try:
        _say(answers, _done(task, data, limits, answers))
    except Unreadable as reason:
        _say(answers, {"unreadable": [reason.code, reason.message]})
    except MemoryError:
        _say(
            answers,
            {"unreadable": ["too-much", "Reading this file needs too much memory. Split it and drop in the parts."]},
        )


def _done(task: dict[str, Any], data: bytes, limits: Limits, answers: BinaryIO) -> dict[str, Any]:
    if task["task"] == "render":
        from sightline_reader.formats.pdf import render_page

        return {"png": b64encode(render_page(data, task["number"], task["scale"])).decode()}
    from sightline_reader.opening import open_document

    document = open_document(data, task["name"], limits, lambda page, of: _say(answers, {"page": page, "of": of}))
    if task["task"] == "hold":
        from sightline_reader.guard import hold_for

        hold = hold_for(document)
        return {"hold": hold and asdict(hold), "media_type": document.media_type}
    from sightline_reader.reading import read
    from sightline_reader.wire import to_wire

    return {"reading": to_wire(read(document))}


def _own_output() -> BinaryIO:
    """The pipe to the parent, out of reach of any library that prints."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _say(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _restrain(limits: Limits) -> None:
    if sys.platform == "linux":
        with suppress(OSError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most + GRACE_SECONDS if kind == resource.RLIMIT_CPU else most))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple) -> None:
    if event in FORBIDDEN or (event == "subprocess.Popen" and arguments[0] != RECOGNISER):
        raise PermissionError(f"The reader may not use {event}")


if __name__ == "__main__":
    main()
