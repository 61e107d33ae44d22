import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sightline_reader.limits import DEFAULT
from sightline_reader.model import Unreadable
from sightline_reader.opening import open_document
from sightline_reader.reading import read
from sightline_reader.sandbox import read_in_child, render_in_child
from sightline_reader.tests.made_files import docx, flowing_pdf, p, paragraph, placed_pdf, ruled_table, zipped

MINUTES = "Minutes of the Northfold Safeguarding Board held on 4 May 2026\n\nPresent: Ann Bold (Chair)\n"


def children() -> set[str]:
    return {pid for pid in filter(str.isdigit, os.listdir("/proc")) if f"\nPPid:\t{os.getpid()}\n" in _status(pid)}


def _status(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return ""


def test_a_reading_comes_back_from_the_child_as_it_would_from_here():
    for data, name in (
        (MINUTES.encode(), "minutes.txt"),
        (flowing_pdf(paragraph(MINUTES), ruled_table([["Agency", "May"], ["Police", "Yes"]])), "minutes.pdf"),
    ):
        assert read_in_child(data, name) == read(open_document(data, name))


def test_progress_is_told_page_by_page():
    told = []
    read_in_child(
        placed_pdf(*[[(72, 72, f"Page of {n}")] for n in range(12)]), "a.pdf", on_progress=lambda *p: told.append(p)
    )
    assert told[0] == (1, 12) and told[-1] == (12, 12) and told == sorted(told)


def test_a_page_is_drawn_as_a_picture():
    assert render_in_child(placed_pdf([(72, 72, "Board")]), 1, scale=0.5).startswith(b"\x89PNG")
    with pytest.raises(Unreadable, match="there is no page 2"):
        render_in_child(placed_pdf([(72, 72, "Board")]), 2)


def test_what_the_child_refuses_is_refused_here_in_the_same_words():
    with pytest.raises(Unreadable, match="unpacks to far more"):
        read_in_child(zipped({"word/document.xml": b"0" * 30_000_000}), "bomb.docx")


def test_reading_that_takes_too_long_is_stopped_and_nothing_runs_on():
    before = children()
    began = time.monotonic()
    with pytest.raises(Unreadable) as refusal:
        read_in_child(MINUTES.encode() * 60_000, "long.txt", replace(DEFAULT, seconds=0))
    assert refusal.value.code == "too-long" and time.monotonic() - began < 5
    assert children() <= before


def test_reading_that_needs_too_much_memory_is_stopped():
    with pytest.raises(Unreadable) as refusal:
        read_in_child(docx(*[p("word " * 200)] * 4000), "a.docx", replace(DEFAULT, memory_bytes=80 * 1024 * 1024))
    assert refusal.value.code in ("too-much", "broke-reader")


def test_the_child_sees_none_of_the_parents_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "invented")
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    seen = []
    run = subprocess.Popen

    def noted(*args, **options):
        seen.append(options["env"])
        return run(*args, **options)

    monkeypatch.setattr(subprocess, "Popen", noted)
    read_in_child(MINUTES.encode(), "minutes.txt")
    assert not {"SECRET_KEY", "PYTHONSTARTUP"} & set(seen[0])


def test_the_child_may_not_use_the_network():
    code = (
        "import socket; from sightline_reader.limits import DEFAULT; from sightline_reader.sandboxed import "
        "_restrain\n"
        "_restrain(DEFAULT)\n"
        "socket.create_connection(('127.0.0.1', 9))"
    )
    environment = {"PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "PermissionError: The reader may not use socket" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a child dies with its parent on Linux only")
def test_a_child_does_not_outlive_a_parent_that_is_killed():
    code = (
        "import sys; from sightline_reader.sandbox import _child, _kill\n"
        "from sightline_reader.limits import DEFAULT; import json; from dataclasses import asdict; import time\n"
        "with _child() as child:\n"
        "    child.stdin.write(json.dumps({'task': 'read', 'name': 'a.txt', 'limits': "
        "asdict(DEFAULT)}).encode() + b'\\n')\n"
        "    child.stdin.flush(); time.sleep(0.5); print(child.pid, flush=True); time.sleep(60)"
    )
    environment = {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE) as parent:
        pid = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    for _ in range(100):
        if "State:\tZ" in _status(str(pid)) or not _status(str(pid)):
            break
        time.sleep(0.02)
    else:
        pytest.fail("the child runs on")
