"""An installation for tests that work the command line as its keeper would."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[5]


class Installation:
    """A home and a database of its own, worked by the command line as its keeper would."""

    def __init__(self, home: Path, database: str) -> None:
        self.home = home
        home.mkdir()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SIGHTLINE_")}
        self.environment = environment | {
            "SIGHTLINE_HOME": str(home),
            "DATABASE_URL": database,
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "sightline.config.settings",
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "sightline.config.command", *arguments]
        return subprocess.run(command, env=self.environment, cwd=ROOT, capture_output=True, text=True)

    def start(self, *arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "sightline.config.command", *arguments]
        with (self.home / "log").open("w") as log:
            return subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=log, stderr=log)

    def python(self, script: str) -> str:
        whole = f"import django; django.setup()\n{script}"
        done = subprocess.run(
            [sys.executable, "-c", whole], env=self.environment, cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
