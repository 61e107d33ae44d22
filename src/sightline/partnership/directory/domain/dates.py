"""What was so on a day, from rows that carry dates and may be open at either end. Ends are half-open: `ended` is the first day after."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple


class DatedName(NamedTuple):
    """A name a thing had until `ended`; without `ended` it is another name in use, not a former one."""

    name: str
    started: date | None
    ended: date | None


def is_running(started: date | None, ended: date | None, day: date) -> bool:
    return (started is None or started <= day) and (ended is None or day < ended)


def overlap(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    """Whether two periods, open where None, share a day."""
    (a_start, a_end), (b_start, b_end) = a, b
    starts_before_b_ends = b_end is None or a_start is None or a_start < b_end
    ends_after_b_starts = a_end is None or b_start is None or b_start < a_end
    return starts_before_b_ends and ends_after_b_starts


def name_on(current: str, names: Iterable[DatedName], day: date) -> str:
    """The name in use on a day: of the former names that still held, the one given up first."""
    held = [n for n in names if n.ended is not None and is_running(n.started, n.ended, day)]
    return min(held, key=lambda n: n.ended or date.max).name if held else current


def day_after(last_day: date | None) -> date | None:
    """People give a last day; the record keeps the first day after it."""
    return last_day + timedelta(days=1) if last_day else None


def last_day(ended: date | None) -> date | None:
    return ended - timedelta(days=1) if ended else None


def last_day_of(ended_on: date | None, day: date) -> date:
    """The day by whose words something dated is told: the day looked at, or its own last day where that was before."""
    return min(day, ended_on - timedelta(days=1)) if ended_on else day
