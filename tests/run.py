"""What `make test` runs: lint and floors, then the suites, as many side by side as there are cores.

PostgreSQL runs on a throw-away server where its binaries are installed, and must be there when CI is set. What asks nothing of a
database that rooms do not ask already runs once: journeys on SQLite, every route as every role on PostgreSQL, and what
asks no database at all beside SQLite.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
LINTS = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["lint-imports"])


@dataclass(frozen=True)
class Suite:
    name: str
    arguments: tuple[str, ...]
    on_postgresql: bool = False


EVERY_PAGE = "tests/journeys/test_every_page.py"
# The longest first, so that all cores are done at about the same time.
SUITES = (
    Suite("the journeys", ("-m", "journey", f"--ignore={EVERY_PAGE}")),
    Suite("PostgreSQL", ("-m", "not journey", "--of-the-database"), on_postgresql=True),
    Suite("SQLite", ("-m", "not journey", "--ignore=tests/access")),
    Suite("every page", (EVERY_PAGE,)),
)


def main() -> int:
    extra = sys.argv[1:]
    for lint in LINTS:
        print("==", *lint, flush=True)
        if subprocess.run([BIN / lint[0], *lint[1:]], cwd=ROOT, env=_environment("")).returncode:
            return 1
    totals: Counter[str] = Counter()
    started = time.monotonic()
    if _server_binaries() is None:
        failed = _all_of(SUITES, "", extra, totals) or _without_postgresql()
    else:
        with postgresql() as address:
            failed = _all_of(SUITES, address, extra, totals)
    words = ("failed", "passed", "skipped", "error", "errors")
    counts = ", ".join(f"{totals[word]} {word}" for word in words if totals[word])
    print(f"=== {counts} in {time.monotonic() - started:.2f}s ===")
    return failed


def _all_of(suites: Iterable[Suite], address: str, extra: list[str], totals: Counter[str]) -> int:
    """Runs them side by side; what each said is shown when it is done. Gives 1 if any failed."""
    wanted = [suite for suite in suites if address or not suite.on_postgresql]
    failed = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as lanes:
        running = {lanes.submit(_run, suite, address if suite.on_postgresql else "", extra): suite for suite in wanted}
        for done in as_completed(running):
            code, said = done.result()
            print(
                f"== {running[done].name}\n{said}== {running[done].name} {'FAILED' if code else 'passed'}", flush=True
            )
            last = said.rstrip().rpartition("\n")[2]
            totals.update(
                {word: int(count) for count, word in re.findall(r"(\d+) (failed|passed|skipped|errors?)", last)}
            )
            failed = failed or int(code != 0)
    return failed


def _run(suite: Suite, database: str, extra: list[str]) -> tuple[int, str]:
    print(f"== {suite.name} begun", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *suite.arguments, *extra]
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(database), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.returncode, done.stdout


def _without_postgresql() -> int:
    print("PostgreSQL's server is not installed: the suite ran on SQLite only (apt install postgresql).")
    return 1 if os.environ.get("CI") else 0


def _environment(database: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "DATABASE_URL": database, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


def _server_binaries() -> Path | None:
    """Debian keeps them outside PATH, one folder for each version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def postgresql() -> Iterator[str]:
    """A cluster of its own: reached by a socket only, without fsync, gone afterwards. Gives its DATABASE_URL."""
    binaries = _server_binaries()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="sightline-pg-"))
    folder.chmod(0o755)
    data = folder / "data"
    try:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _as_server([binaries / "initdb", "-D", data, "-U", "sightline", "-A", "trust", "--no-sync", "-E", "UTF8"])
        options = f"-k {folder} -h '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        _as_server([binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"])
        yield f"postgresql://sightline@{quote(str(folder), safe='')}/postgres"
    finally:
        _as_server([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _as_server(command: list[object]) -> None:
    """PostgreSQL refuses to run as root."""
    before = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*before, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")


if __name__ == "__main__":
    sys.exit(main())
