"""Who is told what, kept small: of each person's things only the soonest stay in memory, the rest are counted."""

from dataclasses import dataclass, field
from datetime import date
from heapq import heappush, heappushpop

from sightline.kernel.due import Due


@dataclass(slots=True)
class Pile:
    """The soonest `room` things of one person in one partnership, and how many there are in all."""

    room: int
    count: int = 0
    overdue: int = 0
    _heap: list[tuple[int, int, int, Due]] = field(default_factory=list)

    def add(self, due: Due, day: date) -> None:
        self.count += 1
        self.overdue += due.due_on < day
        # The heap gives up its latest; numbers tell equals apart, the first come staying.
        entry = (-due.weight, -due.due_on.toordinal(), -self.count, due)
        (heappush if len(self._heap) < self.room else heappushpop)(self._heap, entry)

    @property
    def things(self) -> tuple[Due, ...]:
        """By weight, and within one soonest first, so that what is overdue leads."""
        return tuple(entry[3] for entry in sorted(self._heap, key=lambda entry: entry[:3], reverse=True))

    @property
    def more(self) -> int:
        return self.count - len(self._heap)


@dataclass(slots=True)
class Unreached:
    """Things that nobody can be reminded of: the first few, and how many."""

    room: int = 500
    count: int = 0
    things: list[tuple[Due, str]] = field(default_factory=list)

    def add(self, due: Due, why: str) -> None:
        self.count += 1
        if len(self.things) < self.room:
            self.things.append((due, why))
