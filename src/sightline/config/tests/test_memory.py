"""The web server's processes set aside what they loaded, so that long pages are not slowed by looking through it."""

import os
import subprocess
import sys
from pathlib import Path

from sightline.config.memory import YOUNG

ASK = "import gc, sightline.config.wsgi; print(gc.get_threshold()[0], gc.get_freeze_count())"


def test_a_process_that_serves_pages_looks_less_often_and_not_at_what_it_loaded(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SIGHTLINE_", "DJANGO_"))}
    environment |= {"SIGHTLINE_HOME": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/none.db"}
    told = subprocess.run([sys.executable, "-c", ASK], check=True, env=environment, stdout=subprocess.PIPE, text=True)
    threshold, set_aside = map(int, told.stdout.split())
    assert threshold == YOUNG and set_aside > 100_000
