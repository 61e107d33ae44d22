"""What `make test` runs: lint and floors, then the suite on SQLite with the journeys, beside it on a throw-away PostgreSQL.

PostgreSQL runs where its server's binaries are installed, and must be there when CI is set. What asks nothing of a database
that rooms do not ask already runs once, so that both cores are done at about the same time: journeys on SQLite, every route as
every role on PostgreSQL.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
LINTS = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["lint-imports"])


def main() -> int:
    extra = sys.argv[1:]
    for lint in LINTS:
        print("==", *lint, flush=True)
        if subprocess.run([BIN / lint[0], *lint[1:]], cwd=ROOT, env=_environment("")).returncode:
            return 1
    totals: Counter[str] = Counter()
    started = time.monotonic()
    if _server_binaries() is None:
        failed = _ended("SQLite", _begun("", extra, None), totals) or _without_postgresql()
    else:
        failed = _both(extra, totals)
    words = ("failed", "passed", "skipped", "error", "errors")
    counts = ", ".join(f"{totals[word]} {word}" for word in words if totals[word])
    print(f"=== {counts} in {time.monotonic() - started:.2f}s ===")
    return failed


def _both(extra: list[str], totals: Counter[str]) -> int:
    """One database on each core: SQLite is seen as it goes, PostgreSQL's words are kept until it is done."""
    with postgresql() as address, tempfile.TemporaryFile("w+") as kept:
        other = _begun(address, ["-m", "not journey", *extra], kept)
        try:
            failed = _ended("SQLite", _begun("", ["--ignore=tests/access", *extra], None), totals)
            other.wait()
        finally:
            other.kill()
            other.wait()
        kept.seek(0)
        return _ended("PostgreSQL", other, totals, kept) or failed


def _without_postgresql() -> int:
    print("PostgreSQL's server is not installed: the suite ran on SQLite only (apt install postgresql).")
    return 1 if os.environ.get("CI") else 0


def _begun(database: str, extra: list[str], kept: IO[str] | None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *extra]
    to = subprocess.PIPE if kept is None else kept
    return subprocess.Popen(
        command, cwd=ROOT, env=_environment(database), stdout=to, stderr=subprocess.STDOUT, text=True
    )


def _ended(name: str, suite: subprocess.Popen[str], totals: Counter[str], kept: IO[str] | None = None) -> int:
    """Shows a suite's words and adds its last line to the totals."""
    print(f"== the suite on {name}", flush=True)
    line = ""
    for line in kept or suite.stdout or ():
        print(line, end="", flush=True)
    totals.update({word: int(count) for count, word in re.findall(r"(\d+) (failed|passed|skipped|errors?)", line)})
    print(f"== {name} {'passed' if suite.wait() == 0 else 'FAILED'}", flush=True)
    return suite.returncode


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
