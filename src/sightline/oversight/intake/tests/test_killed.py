"""The worker is killed in the middle of a paper: nothing is lost, and nothing is there twice."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .trays import MINUTES

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[5]
FOUND = """
import json
from sightline.foundation.library.models import Page, SearchEntry, Version
from sightline.oversight.intake.models import Paper, Proposal
papers = {p.file_name: [p.state, p.attempt, p.proposals.count()] for p in Paper.objects.all()}
keys = list(Proposal.objects.values_list("paper", "key"))
print(json.dumps({
    "papers": papers, "versions": Version.objects.count(), "doubled": len(keys) - len(set(keys)),
    "pages": Page.objects.count(), "entries": SearchEntry.objects.filter(subject_kind="library.page").count(),
}))
"""


class House:
    """A Sightline of its own in a folder, run as people run it: by commands, in processes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SIGHTLINE_", "DATABASE_", "DJANGO_"))}
        self.env = {**kept, "SIGHTLINE_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}

    def start(self, *arguments: str) -> subprocess.Popen:
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *arguments: str) -> str:
        done = self.start(*arguments)
        out, err = done.communicate(timeout=120)
        assert done.returncode == 0, err.decode()
        return out.decode()

    def states(self) -> dict[str, str]:
        reader = sqlite3.connect(f"file:{self.home / 'sightline.db'}?mode=ro", uri=True, timeout=20)
        try:
            return dict(reader.execute("SELECT file_name, state FROM intake_paper"))
        finally:
            reader.close()

    def until(self, ready, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not ready(self.states()):
            assert time.monotonic() < end, self.states()
            time.sleep(0.02)


@pytest.fixture
def house(tmp_path):
    built = House(tmp_path / "home")
    built.run("migrate", "-v0")
    built.run(
        "shell",
        "-c",
        "from sightline.foundation.accounts.commands import establish_partnership as e;"
        "e(slug='ashvale', name='Ashvale', short_name='Ashvale', by=None)",
    )
    return built


def test_a_worker_killed_in_the_middle_of_a_paper_loses_and_doubles_nothing(house, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text("\f".join(MINUTES.replace("14 January", f"{n % 28 + 1} January") for n in range(300)))
    short = tmp_path / "short.txt"
    short.write_text(MINUTES)
    house.run("read", str(long), str(short), "--partnership", "ashvale")

    worker = house.start("worker")
    house.until(lambda states: states["long.txt"] == "reading")
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    assert house.states() == {"long.txt": "reading", "short.txt": "waiting"}
    assert json.loads(house.run("shell", "-v0", "-c", FOUND))["versions"] == 0

    house.run(
        "shell",
        "-c",
        "from django.utils import timezone; from sightline.web.console.reaping import reap; reap(timezone.now())",
    )
    again = house.start("worker")
    house.until(lambda states: set(states.values()) == {"read"})
    again.terminate()
    again.communicate(timeout=60)

    found = json.loads(house.run("shell", "-v0", "-c", FOUND))
    assert found["papers"]["long.txt"][:2] == ["read", 2]
    assert found["papers"]["short.txt"][:2] == ["read", 1]
    assert found["papers"]["short.txt"][2] > 0
    assert (found["versions"], found["doubled"]) == (2, 0)
    assert found["pages"] == found["entries"] == 301
