"""What came, what stayed and what went, year by year, and where nobody can say."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sightline.kernel.periods import Period, financial_year


class Standing(StrEnum):
    CAME = "came"
    STAYED = "stayed"
    WENT = "went"
    BRIEF = "brief"
    THERE = "there"
    ABSENT = "absent"
    UNKNOWN = "unknown"


STANDING_LABELS = {
    Standing.CAME: "Came",
    Standing.STAYED: "Stayed",
    Standing.WENT: "Went",
    Standing.BRIEF: "Came and went within the year",
    Standing.THERE: "In force; the year before is not recorded",
    Standing.ABSENT: "Not a priority",
    Standing.UNKNOWN: "Not known: no priorities are recorded for this year",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open like every period; None at an end that is not known or has not come."""

    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def touches(self, year: Period) -> bool:
        before_end = self.start is None or year.end is None or self.start < year.end
        return before_end and (self.end is None or year.start < self.end)


def years_between(first: date, last: date) -> tuple[Period, ...]:
    """Years from April, from the one that `first` lies in to the one of `last`."""
    year, found = financial_year(first), []
    while year.start <= last:
        found.append(year)
        year = financial_year(year.end or last)
    return tuple(found)


def recorded_years(spans: Iterable[Span], years: Sequence[Period]) -> frozenset[Period]:
    """Years in which any priority at all was in force: in the others silence says nothing."""
    kept = list(spans)
    return frozenset(year for year in years if any(span.touches(year) for span in kept))


def standings(
    spans: Sequence[Span], years: Sequence[Period], recorded: Collection[Period], on: date
) -> tuple[Standing, ...]:
    """How one line stands in each year: judged on the last day of the year, or on `on` in a year that still runs."""
    return tuple(
        _standing(spans, year, years[place - 1] if place else None, recorded, on) for place, year in enumerate(years)
    )


def _standing(
    spans: Sequence[Span], year: Period, before: Period | None, recorded: Collection[Period], on: date
) -> Standing:
    if year not in recorded:
        return Standing.UNKNOWN
    is_before_known = before is not None and before in recorded
    was = is_before_known and _holds(spans, year.start - timedelta(days=1))
    if _holds(spans, min(year.last_day or on, on)):
        return Standing.STAYED if was else Standing.CAME if is_before_known else Standing.THERE
    if was:
        return Standing.WENT
    return Standing.BRIEF if any(span.touches(year) for span in spans) else Standing.ABSENT


def _holds(spans: Sequence[Span], day: date) -> bool:
    return any(span.holds(day) for span in spans)
