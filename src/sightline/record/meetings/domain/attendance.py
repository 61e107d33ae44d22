"""The arithmetic of attendance: marks of agencies, seats or people over meetings, percentages, rows of misses.

Three rules hold throughout. Not known is not absence and never enters a percentage. An agency attended when anyone
in its seats came. Percentages are whole, halves up, as annual reports print them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from . import Status

# Missing this many known meetings in a row is persistent absence. Sightline's own convention: no guidance names a number.
PERSISTENT_ABSENCE = 3


class Mark(IntEnum):
    """How one agency, seat or person stands at one meeting. Stored nowhere; the numbers only order."""

    NOT_DUE = 0
    ABSENT = 1
    APOLOGIES = 2
    UNKNOWN = 3
    DEPUTY = 4
    PRESENT = 5


MARK_OF = {
    Status.PRESENT: Mark.PRESENT,
    Status.DEPUTY: Mark.DEPUTY,
    Status.APOLOGIES: Mark.APOLOGIES,
    Status.ABSENT: Mark.ABSENT,
    Status.UNKNOWN: Mark.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Counting:
    """The rule in use: whether a deputy's coming counts as the agency's."""

    deputies_count: bool = True

    def attended(self, mark: Mark) -> bool:
        return mark is Mark.PRESENT or (self.deputies_count and mark is Mark.DEPUTY)

    def strength(self, mark: Mark) -> int:
        """Of several marks of one agency at one meeting the strongest stands. While deputies do not count, a deputy
        settles no more than an apology does: another seat of the agency that is not known leaves it not known."""
        if mark is Mark.DEPUTY and not self.deputies_count:
            return Mark.UNKNOWN * 10 - 1
        return mark * 10


DEPUTIES_COUNT = Counting()
IN_PERSON_ONLY = Counting(deputies_count=False)


def standing(marks: Iterable[Mark], counting: Counting = DEPUTIES_COUNT) -> Mark:
    """One mark from all the marks of an agency at a meeting."""
    return max(marks, key=counting.strength, default=Mark.NOT_DUE)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of meetings. `due` are those that were held, concern the row and are known; `unknown` stand apart."""

    attended: int = 0
    by_deputy: int = 0
    apologies: int = 0
    absent: int = 0
    unknown: int = 0

    @property
    def due(self) -> int:
        return self.attended + self.missed

    @property
    def missed(self) -> int:
        """Neither came nor, where that counts, was deputised; with or without apologies."""
        return self.apologies + self.absent

    @property
    def percent(self) -> int | None:
        return percent(self.attended, self.due)


def percent(part: int, whole: int) -> int | None:
    """Whole percent, half up; None where there is nothing to divide by."""
    return (200 * part + whole) // (2 * whole) if whole else None


def tally(marks: Iterable[Mark], counting: Counting = DEPUTIES_COUNT) -> Tally:
    """`by_deputy` counts deputies who came, whichever rule is in use. Where they do not count they are missed meetings."""
    attended = by_deputy = apologies = absent = unknown = 0
    for mark in marks:
        attended += counting.attended(mark)
        by_deputy += mark is Mark.DEPUTY
        apologies += mark is Mark.APOLOGIES or (mark is Mark.DEPUTY and not counting.deputies_count)
        absent += mark is Mark.ABSENT
        unknown += mark is Mark.UNKNOWN
    return Tally(attended, by_deputy, apologies, absent, unknown)


def together(tallies: Iterable[Tally]) -> Tally:
    rows = list(tallies)
    names = ("attended", "by_deputy", "apologies", "absent", "unknown")
    return Tally(*(sum(getattr(row, name) for row in rows) for name in names))


def missed_in_a_row(marks: Sequence[Mark], counting: Counting = DEPUTIES_COUNT) -> int:
    """How many of the latest known meetings were missed without a break. `marks` run from the earliest to the latest."""
    missed = 0
    for mark in reversed(marks):
        if mark in (Mark.UNKNOWN, Mark.NOT_DUE):
            continue
        if counting.attended(mark):
            break
        missed += 1
    return missed


def is_persistently_absent(marks: Sequence[Mark], counting: Counting = DEPUTIES_COUNT) -> bool:
    return missed_in_a_row(marks, counting) >= PERSISTENT_ABSENCE


@dataclass(frozen=True, slots=True)
class Line:
    """One agency, seat or person over the meetings of a table."""

    key: int | str
    marks: tuple[Mark, ...]
    tally: Tally
    missed_in_a_row: int

    @property
    def is_persistently_absent(self) -> bool:
        return self.missed_in_a_row >= PERSISTENT_ABSENCE


def lines(
    meetings: Sequence[int],
    recorded: Mapping[tuple[int | str, int], Iterable[Mark]],
    expected: Mapping[int | str, Iterable[int]],
    counting: Counting = DEPUTIES_COUNT,
) -> dict[int | str, Line]:
    """The rows of a table. `recorded` gives marks by (row, meeting); `expected` the meetings at which a row had a seat.

    A meeting where a row had a seat and nothing was recorded is not known; without a seat or a record it is not due.
    """
    rows: dict[int | str, dict[int, Mark]] = {}
    for row, due in expected.items():
        rows[row] = dict.fromkeys(due, Mark.UNKNOWN)
    for (row, meeting), marks in recorded.items():
        rows.setdefault(row, {})[meeting] = standing(marks, counting)
    return {row: _line(row, [known.get(m, Mark.NOT_DUE) for m in meetings], counting) for row, known in rows.items()}


def _line(row: int | str, marks: Sequence[Mark], counting: Counting) -> Line:
    return Line(row, tuple(marks), tally(marks, counting), missed_in_a_row(marks, counting))
