"""On which days digests go out, and what is told on each."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

from sightline.kernel.workdays import add_working_days, is_working_day

DAY = timedelta(days=1)


def sends_on(day: date, weekdays: Collection[int]) -> bool:
    """Whether digests go out on a day. One that would fall on a bank holiday goes out on the next working day."""
    if not is_working_day(day):
        return False
    if day.weekday() in weekdays:
        return True
    before = day - DAY
    while not is_working_day(before):
        if before.weekday() in weekdays:
            return True
        before -= DAY
    return False


def next_sending_day(day: date, weekdays: Collection[int]) -> date | None:
    """The first sending day on or after `day`; None when no weekday is chosen."""
    if not weekdays:
        return None
    while not sends_on(day, weekdays):
        day += DAY
    return day


def previous_sending_day(day: date, weekdays: Collection[int]) -> date | None:
    """The last sending day before `day`; None when no weekday is chosen."""
    if not weekdays:
        return None
    day -= DAY
    while not sends_on(day, weekdays):
        day -= DAY
    return day


def is_told(due_on: date, day: date, *, before: date | None, horizon: date, weeks: int) -> bool:
    """Whether a thing due on `due_on` stands in the digest of `day`.

    What is coming does until `horizon`. What is overdue does in the first digest after its day, and then in the first
    of each `weeks` weeks (0: in every one). `before` is the sending day before this one.
    """
    if due_on >= day:
        return due_on <= horizon
    if not weeks or before is None or before <= due_on:
        return True
    return _week(day) // weeks > _week(before) // weeks


def _week(day: date) -> int:
    """Weeks are counted from Mondays: ordinal 1 was one."""
    return (day.toordinal() - 1) // 7


@lru_cache(maxsize=8192)
def working_days_from(first: date, last: date) -> int:
    """Working days after `first` up to and with `last`."""
    return sum(is_working_day(first + n * DAY) for n in range(1, (last - first).days + 1))


def horizon_of(day: date, lead: int) -> date:
    return add_working_days(day, lead)


def day_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def due_words(due_on: date, day: date) -> str:
    """ "due Monday 7 December, 5 working days" or "was due Tuesday 3 November 2025, 12 working days ago"."""
    said = day_words(due_on) if due_on.year == day.year else f"{day_words(due_on)} {due_on.year}"
    if due_on == day:
        return f"due today, {said}"
    if due_on > day:
        return f"due {said}{_count(working_days_from(day, due_on))}"
    ago = _count(working_days_from(due_on, day))
    return f"was due {said}{ago} ago" if ago else f"was due {said}"


def _count(days: int) -> str:
    """Nothing for a date across a weekend from now: no working days would read as no time."""
    return f", {days} working day{'' if days == 1 else 's'}" if days else ""


def sentence(words: str) -> str:
    """Words of a register with exactly one full stop at their end."""
    return f"{words.rstrip('. ')}."
