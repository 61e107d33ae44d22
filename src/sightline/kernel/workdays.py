"""Working days in England: neither weekends nor bank holidays.

Source of the yearly days: Banking and Financial Dealings Act 1971, schedule 1, and custom (Christmas Day, Good Friday);
of the days moved or added: royal proclamations, as listed at https://www.gov.uk/bank-holidays.
"""

from datetime import date, timedelta
from functools import lru_cache

# Days given once by proclamation.
ADDED = frozenset(
    {
        date(2011, 4, 29),  # royal wedding
        date(2012, 6, 5),  # Diamond Jubilee
        date(2022, 6, 3),  # Platinum Jubilee
        date(2022, 9, 19),  # state funeral of Queen Elizabeth II
        date(2023, 5, 8),  # coronation of King Charles III
    }
)
# Yearly days that were held on another day that year.
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),  # 75 years of VE Day
    date(2022, 5, 30): date(2022, 6, 2),
}


def easter_sunday(year: int) -> date:
    """Gregorian Easter (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays in England and Wales, for the years from 1978 (the first with an early May holiday)."""
    easter = easter_sunday(year)
    days = {
        _monday_if_weekend(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _monday_on_or_after(date(year, 5, 1)),
        _monday_on_or_after(date(year, 5, 25)),
        _monday_on_or_after(date(year, 8, 25)),
        *_christmas(year),
    }
    days = {MOVED.get(day, day) for day in days}
    return frozenset(days | {day for day in ADDED if day.year == year})


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _monday_if_weekend(day: date) -> date:
    return _monday_on_or_after(day) if day.weekday() >= 5 else day


def _christmas(year: int) -> tuple[date, date]:
    """Christmas Day and Boxing Day; when one falls on a weekend the next free weekdays stand in for it."""
    day = date(year, 12, 25)
    if day.weekday() == 4:
        return day, date(year, 12, 28)
    if day.weekday() == 5:
        return date(year, 12, 27), date(year, 12, 28)
    if day.weekday() == 6:
        return date(year, 12, 26), date(year, 12, 27)
    return day, date(year, 12, 26)


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@lru_cache(maxsize=16_384)
def add_working_days(day: date, number: int) -> date:
    """The day `number` working days after `day`, or before it when negative; the day itself is not counted."""
    step = timedelta(days=1 if number > 0 else -1)
    left = abs(number)
    while left > 0:
        day += step
        left -= is_working_day(day)
    return day


@lru_cache(maxsize=16_384)
def working_days_between(start: date, end: date) -> int:
    """Which working day after `start` the day `end` is: how many lie after `start` up to and including `end`.

    It undoes `add_working_days`: `working_days_between(day, add_working_days(day, n)) == n`. When `end` lies before
    `start` it is negative: how many working days lie from `end` up to the day before `start`.
    """
    if end < start:
        one = timedelta(days=1)
        return -working_days_between(end - one, start - one)
    weekdays = _weekdays_until(end) - _weekdays_until(start)
    held = (day for year in range(start.year, end.year + 1) for day in bank_holidays(year))
    return weekdays - sum(start < day <= end for day in held)


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays since the calendar's first day, a Monday, up to and including `day`."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)
