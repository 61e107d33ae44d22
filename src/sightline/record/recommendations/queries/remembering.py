"""What was worked out last in this process, by the digest of all that it was worked out from: it can never be out of date."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")
ROOM = 60_000
"""Recommendations whose weighing a process remembers, over all it weighed: some three kilobytes each."""
PATIENCE = 0.5
"""Seconds for which a page waits before it says that it is being worked out."""
_aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="likeness")


class Remembered(Generic[T]):
    """Works each thing out once, however many ask at the same time, and forgets what was asked for longest ago."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[Future[T], int]] = OrderedDict()
        self._lock = Lock()

    def get(self, digest: str, size: int, make: Callable[[], T]) -> T:
        future, is_new = self._future(digest, size)
        if is_new:
            self._make(digest, future, make)
        return future.result()

    def soon(self, digest: str, size: int, make: Callable[[], T], patience: float = PATIENCE) -> T | None:
        """Worked out aside; None where that is not done yet: ask again. `make` must not read the database."""
        future, is_new = self._future(digest, size)
        if is_new:
            _aside.submit(self._make, digest, future, make)
        try:
            return future.result(patience)
        except TimeoutError:
            return None

    def forget(self) -> None:
        with self._lock:
            self._known.clear()

    def _future(self, digest: str, size: int) -> tuple[Future[T], bool]:
        with self._lock:
            is_new = digest not in self._known
            if is_new:
                self._known[digest] = (Future(), size)
            self._known.move_to_end(digest)
            while len(self._known) > 1 and sum(one for _, one in self._known.values()) > ROOM:
                self._known.popitem(last=False)
            return self._known[digest][0], is_new

    def _make(self, digest: str, future: Future[T], make: Callable[[], T]) -> None:
        try:
            future.set_result(make())
        except BaseException as problem:
            with self._lock:
                self._known.pop(digest, None)  # the next who asks tries again
            future.set_exception(problem)
