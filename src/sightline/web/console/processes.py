"""Processes that belong together: started, watched, started again when one dies, and stopped as one."""

import ctypes
import logging
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType

log = logging.getLogger("sightline")
LOOK_EVERY = 0.5
PATIENCE = 30.0
"""Seconds that children may take to finish what they do."""
SLOWEST_START = 30.0
LIVED_LONG = 60.0
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    name: str
    command: Sequence[str]
    process: subprocess.Popen | None = None
    started: float = 0.0
    wait: float = 0.0
    """Seconds before the next start: longer each time it dies young."""

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(self.command, preexec_fn=_end_with_parent, start_new_session=True)

    def look(self) -> None:
        """Starts the process again once it has died and its wait is over."""
        if self.process is None or self.process.poll() is None:
            return
        lived = time.monotonic() - self.started
        if lived < self.wait:
            return
        log.warning("%s ended with %s: starting it again", self.name, self.process.returncode)
        self.wait = 1.0 if lived > LIVED_LONG else min(max(self.wait, 1.0) * 2, SLOWEST_START)
        self.start()


def _end_with_parent() -> None:
    """Should the parent be killed outright, its children are told to stop (Linux only)."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    except (AttributeError, OSError):
        log.debug("this system cannot tie children to their parent")


class _Stop(Exception):
    pass


def _stop(signum: int, frame: FrameType | None) -> None:
    raise _Stop


def run_together(children: Sequence[Child], when_ready: Callable[[], None] = lambda: None) -> None:
    """Runs until told to stop (SIGTERM, SIGINT), then stops all children and waits for them."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    try:
        for child in children:
            child.start()
        when_ready()
        while True:
            time.sleep(LOOK_EVERY)
            for child in children:
                child.look()
    except _Stop:
        log.info("stopping")
    finally:
        stop_all(children)


def stop_all(children: Sequence[Child]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    running = [child.process for child in children if child.process and child.process.poll() is None]
    for process in running:
        process.terminate()
    until = time.monotonic() + PATIENCE
    for process in running:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
