"""`sightline serve` as its keeper meets it: up in seconds, whole after a killed worker, down at a word."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.core.management import CommandError, call_command

from sightline.partnership.law.models import Edition
from sightline.partnership.plan.models import PlanFormat, Theme
from sightline.web.console.management.commands import serve
from sightline.web.console.management.commands.serve import _refuse_if_taken
from sightline.web.console.stock import load_stock
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
        is_up = _until(lambda: json.loads(_get(f"{base}/health"))["status"] == "ok", seconds=240)
        assert is_up, (tmp_path / "home/log").read_text()
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


def test_a_port_that_is_taken_is_said_in_words():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CommandError, match="choose another port"):
            _refuse_if_taken(f"127.0.0.1:{taken.getsockname()[1]}")


def test_a_wrong_setting_is_said_without_a_trace(tmp_path):
    settings = {"DJANGO_SETTINGS_MODULE": "sightline.config.settings", "SIGHTLINE_UPLOAD_MB": "many"}
    environment = {**os.environ, "SIGHTLINE_HOME": str(tmp_path), **settings}
    command = [sys.executable, "-m", "sightline.config.command", "check_settings"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "SIGHTLINE_UPLOAD_MB is 'many': write a whole number." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
def test_an_installation_of_an_earlier_edition_is_given_what_came_since(monkeypatch):
    load_stock()
    PlanFormat.objects.filter(region=None).first().delete()
    Theme.objects.filter(region=None).first().delete()
    had = (Edition.objects.count(), Theme.objects.count(), PlanFormat.objects.count())
    monkeypatch.setattr(serve, "run_together", lambda children, when_ready: None)
    monkeypatch.setattr(serve.subprocess, "run", lambda *args, **kwargs: None)
    monkeypatch.setattr(serve.connections, "close_all", lambda: None)  # the test's own transaction lives in one of them
    for _ in range(2):
        call_command("serve", port=_free_port())
        now = (Edition.objects.count(), Theme.objects.count(), PlanFormat.objects.count())
        assert now == (had[0], had[1] + 1, had[2] + 1)
