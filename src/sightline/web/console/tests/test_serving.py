"""`sightline serve` as its keeper meets it: up in seconds, whole after a killed worker, down at a word."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request

import pytest

from sightline.web.console.tests.installation import Installation


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.read()


def _until(what, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if what():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def _workers(serving: subprocess.Popen) -> set[int]:
    listed = subprocess.run(["ps", "-o", "pid,args", "--ppid", str(serving.pid)], capture_output=True, text=True).stdout
    return {int(line.split()[0]) for line in listed.splitlines() if line.endswith("command worker")}


@pytest.mark.slow
def test_serve_starts_survives_a_killed_worker_and_stops_clean(tmp_path):
    installation, port = Installation(tmp_path / "home", ""), _free_port()
    base = f"http://127.0.0.1:{port}"
    serving = installation.start("serve", "--port", str(port))
    try:
        assert _until(lambda: json.loads(_get(f"{base}/health"))["status"] == "ok"), (tmp_path / "home/log").read_text()
        page = _get(f"{base}/sign-in/login/").decode()
        style = re.search(r"/static/design/sightline\.[0-9a-f]{12}\.css", page)[0]
        assert b"sl-header" in _get(base + style)

        assert _until(lambda: len(_workers(serving)) == 1)
        (killed,) = _workers(serving)
        os.kill(killed, signal.SIGKILL)
        assert _until(lambda: _workers(serving) not in (set(), {killed}))
        assert json.loads(_get(f"{base}/health"))["database"] == "ok"
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(60) == 0
    assert not _until(lambda: _get(f"{base}/health"), seconds=1)
