"""Half-open periods of dates. Only pages show inclusive ends."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `start` up to, not including, `end`; `end` None means still running."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)

    @property
    def last_day(self) -> date | None:
        return self.end - timedelta(days=1) if self.end else None


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def financial_year(day: date) -> Period:
    """The year from 1 April, as public bodies and partnerships' yearly reports count it."""
    year = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return Period(date(year, 4, 1), date(year + 1, 4, 1))


def year_label(period: Period) -> str:
    """2021-22 for the year from 1 April 2021."""
    return f"{period.start.year}-{(period.start.year + 1) % 100:02d}"
