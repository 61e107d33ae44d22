"""Reading a 20- and a 180-page PDF: user CPU against pdftotext and pdfplumber in the same run, and peak memory.

Goal: the whole reading at most 4 times pdftotext at 180 pages, memory flat in pages. Each figure is the least of several
runs, taken in turns. A fresh interpreter is what a file costs in its child process; the reading alone is what the file
itself costs.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.papers import minutes_pdf

SIZES = (20, 180)
RUNS = 5
GOAL = 4.0

READING = """
import json, resource, sys
{before}
with open(sys.argv[1], "rb") as file:
    data = file.read()
started = resource.getrusage(resource.RUSAGE_SELF)
{body}
ended = resource.getrusage(resource.RUSAGE_SELF)
with open("/proc/self/status") as status:  # ru_maxrss would count what the parent held before the child began
    peak = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
print(json.dumps([ended.ru_utime - started.ru_utime, ended.ru_utime, peak]))
"""
OURS = (
    "from sightline_reader.sandboxed import look_seldom_for_cycles\nlook_seldom_for_cycles()\n"
    "from sightline_reader.formats import pdf\nfrom sightline_reader.opening import open_document\n"
    "from sightline_reader.reading import read\nread(open_document(b'Minutes\\n', 'warm.txt'))"
)
TASKS = {
    "open": READING.format(before=OURS, body="open_document(data, 'a.pdf')"),
    "read": READING.format(before=OURS, body="read(open_document(data, 'a.pdf'))"),
    "pdfplumber": READING.format(
        before="import pdfplumber\nfrom io import BytesIO",
        body="with pdfplumber.open(BytesIO(data)) as pdf:\n    [(p.extract_text(), p.extract_tables(), p.close()) for p in pdf.pages]",
    ),
}


def main() -> None:
    if not shutil.which("pdftotext"):
        print("pdftotext is not installed (Debian: poppler-utils): nothing to measure against.")
        return
    with tempfile.TemporaryDirectory() as folder:
        peaks = {}
        for pages in SIZES:
            paper = Path(folder) / f"{pages}.pdf"
            paper.write_bytes(minutes_pdf(pages))
            peaks[pages] = _report(pages, paper)
    small, large = (peaks[pages] for pages in SIZES)
    print(
        f"peak memory of reading: {small:.0f} MB at {SIZES[0]} pages, {large:.0f} MB at {SIZES[1]} ({large / small:.2f} x)"
    )


def _report(pages: int, paper: Path) -> float:
    """Prints one size and returns the peak memory of the whole reading in MB."""
    baseline, opened, whole = [], [], []
    for _ in range(RUNS):
        baseline.append(_pdftotext(paper))
        opened.append(_task("open", paper))
        whole.append(_task("read", paper))
    plumbed = _task("pdfplumber", paper)
    base = min(baseline)
    figures = (
        ("pdftotext", base),
        ("opening (text in order, tables, boxes)", min(run[0] for run in opened)),
        (f"whole reading (goal at {SIZES[-1]} pages: {GOAL:.0f} x)", min(run[0] for run in whole)),
        ("whole reading in a fresh interpreter", min(run[1] for run in whole)),
        ("pdfplumber (text and tables)", plumbed[0]),
    )
    for name, seconds in figures:
        print(f"{pages:>4} pages  {name:<46} {seconds:7.3f} s  {seconds / base:6.1f} x pdftotext")
    return max(run[2] for run in whole)


def _pdftotext(paper: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(["pdftotext", paper, os.devnull], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def _task(name: str, paper: Path) -> list[float]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    run = subprocess.run(
        [sys.executable, "-c", TASKS[name], paper], env=environment, check=True, capture_output=True, text=True
    )
    return json.loads(run.stdout)


if __name__ == "__main__":
    main()
