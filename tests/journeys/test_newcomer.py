"""Story 1: a newcomer starts the demonstration, signs in with what it prints, and watches the sample papers being read.

Starting it again on what is there changes nothing.
"""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import check_accessible

pytestmark = [pytest.mark.journey, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
ROLES = ("Business manager", "Chair", "Agency member", "Independent scrutineer", "Regional overseer", "Administrator")
ROOMS = frozenset(
    [
        *("accounts", "directory", "governance", "law", "plan", "meetings", "actions", "evidence", "recommendations"),
        *("reviews", "challenges", "learning", "progress", "reminders", "intake"),
    ]
)
MINUTES = 240
"""Seconds for the whole start on a busy machine; alone it takes about twenty."""


def environment(home: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SIGHTLINE_", "DATABASE_URL", "DJANGO_SETTINGS"))}
    return kept | {"SIGHTLINE_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def demonstration(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A running demonstration in an empty folder: its address, and what it printed."""
    port, printed = free_port(), tmp_path / "printed"
    command = [sys.executable, "-u", "-m", "sightline.config.command", "demo", "--port", str(port)]
    with printed.open("w") as out:
        running = subprocess.Popen(command, cwd=tmp_path, env=environment(tmp_path / "home"), stdout=out, stderr=out)
    try:
        _wait_for(f"http://localhost:{port}/health", running, printed)
        yield f"http://localhost:{port}", printed.read_text()
    finally:
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0, printed.read_text()


def _wait_for(address: str, running: subprocess.Popen, printed: Path) -> None:
    until = time.monotonic() + MINUTES
    while time.monotonic() < until:
        assert running.poll() is None, printed.read_text()
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(printed.read_text())


def test_a_newcomer_has_a_running_sightline_with_its_papers_read(tmp_path: Path, page: Page) -> None:
    with demonstration(tmp_path) as (address, printed):
        _look_around(page, address, printed)
    first = _rows(tmp_path / "home" / "sightline.db")
    assert first["meetings_attendance"] > 100
    again = [sys.executable, "-m", "sightline.config.command", "demo", "--build-only"]
    subprocess.run(again, check=True, env=environment(tmp_path / "home"), stdout=subprocess.DEVNULL, timeout=MINUTES)
    assert _rows(tmp_path / "home" / "sightline.db") == first


def _look_around(page: Page, address: str, printed: str) -> None:
    assert all(role in printed for role in ROLES)
    emails = re.findall(r"[\w.]+@sightline\.example", printed)
    assert len(set(emails)) == 6
    password = re.search(r"password for everyone: (.+)", printed)[1].strip()

    page.set_default_timeout(30_000)
    page.goto(address)
    page.locator("input[name=login]").fill(emails[0])
    page.locator("input[name=password]").fill(password)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What needs you").wait_for()
    check_accessible(page)
    page.get_by_role("link", name="Documents", exact=True).press("Enter")
    page.get_by_role("link", name="Tray", exact=True).press("Enter")
    page.get_by_text("All 22 papers read").first.wait_for(timeout=MINUTES * 1000)
    check_accessible(page)
    for words in ("Held back", "Cannot be read", "Same file", "To decide"):
        assert page.get_by_text(words).count() >= 1


def _rows(database: Path) -> dict[str, int]:
    with sqlite3.connect(database) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = [n for n in names if n.split("_")[0] in ROOMS]
        return {n: connection.execute(f'SELECT COUNT(*) FROM "{n}"').fetchone()[0] for n in ours}
