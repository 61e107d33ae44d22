"""The processes that work in the background: workers that do tasks, and the timetable."""

import sys

from .processes import Child


def workforce(workers: int) -> list[Child]:
    sightline = [sys.executable, "-m", "sightline.config.command"]
    return [
        *(Child(f"worker {number}", [*sightline, "worker"]) for number in range(1, workers + 1)),
        Child("the timetable", [*sightline, "timetable"]),
    ]
