"""Dates for a year of meetings: evenly spread working days, off the days of other boards."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from sightline.kernel.periods import Period

# How far a proposed day may move from its even place to find a free working day.
NEARBY_DAYS = 10


def spread(period: Period, number: int, is_free: Callable[[date], bool], weekday: int | None = None) -> list[date]:
    """`number` days over a period that has an end, each in the middle of its share, or as near to it as a free day lies.

    A free day on the board's usual `weekday` is taken before a nearer one; days that cannot be placed are left out.
    """
    if period.end is None:
        raise ValueError("a year of meetings needs a last day")
    share = (period.end - period.start).days / max(number, 1)
    found: list[date] = []
    for place in range(number):
        middle = period.start + timedelta(days=int(share * place + share / 2))
        day = _near(middle, lambda d: d in period and d not in found and is_free(d), weekday)
        if day is not None:
            found.append(day)
    return found


def _near(middle: date, is_free: Callable[[date], bool], weekday: int | None) -> date | None:
    around = sorted(range(-NEARBY_DAYS, NEARBY_DAYS + 1), key=abs)
    days = [day for day in (middle + timedelta(days=step) for step in around) if is_free(day)]
    usual = [day for day in days if weekday is None or day.weekday() == weekday]
    return next(iter(usual or days), None)


def usual_weekday(days: Collection[date]) -> int | None:
    """The weekday on which most of the meetings were held, when at least half were."""
    if not days:
        return None
    weekdays = [day.weekday() for day in days]
    commonest = max(sorted(set(weekdays)), key=weekdays.count)
    return commonest if 2 * weekdays.count(commonest) >= len(weekdays) else None
