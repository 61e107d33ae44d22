"""How dates, people and doubt are said on the pages of governance."""

from datetime import date

from sightline.partnership.directory.domain.dates import last_day
from sightline.partnership.governance.domain import CAPACITY_LABELS, Capacity


def said(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def period(started: date | None, ended: date | None) -> str:
    """From and until as people say them: the last day, not the first day after."""
    until = last_day(ended)
    if started and until:
        return f"{said(started)} to {said(until)}"
    if until:
        return f"until {said(until)}"
    return f"since {said(started)}" if started else ""


def seats_vacant(vacant: int, seats: int) -> str:
    if not seats:
        return "No seats recorded"
    if not vacant:
        return f"All {seats} seats filled" if seats > 1 else "Its one seat is filled"
    return f"{vacant} of {seats} seats vacant" if seats > 1 else "Its one seat is vacant"


def chaired_by(chairs: tuple[tuple[int, str], ...]) -> str:
    return ", ".join(dict.fromkeys(name for _, name in chairs))


def capacity(value: Capacity) -> str:
    return CAPACITY_LABELS[value]
