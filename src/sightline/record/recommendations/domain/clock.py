"""How long a recommendation may wait for its answer."""

from dataclasses import dataclass
from datetime import date

from sightline.kernel.workdays import add_working_days, working_days_between

RESPONSE_DAYS = 30
"""Working days from the day it was made. Sightline's convention: neither law nor guidance names a time for an answer."""


@dataclass(frozen=True, slots=True)
class Clock:
    due_on: date
    left: int  # working days still to come; negative: working days over
    has_passed: bool
    is_convention: bool  # nobody named a day: RESPONSE_DAYS counted it

    @property
    def words(self) -> str:
        days = f"{abs(self.left)} working day{'' if abs(self.left) == 1 else 's'}"
        if self.left == 0:
            return "over since the last working day" if self.has_passed else "no working day left"
        return f"{days} over" if self.has_passed else f"{days} left"


def response_due(made_on: date | None, respond_by: date | None, days: int = RESPONSE_DAYS) -> date | None:
    """The day that was named, else `days` working days from the day it was made; None where neither is known."""
    if respond_by is not None:
        return respond_by
    return add_working_days(made_on, days) if made_on else None


def response_clock(made_on: date | None, respond_by: date | None, on: date) -> Clock | None:
    due = response_due(made_on, respond_by)
    return Clock(due, working_days_until(due, on), due < on, respond_by is None) if due else None


def working_days_until(due: date, on: date) -> int:
    """Working days after `on` up to and with `due`; negative for those after `due` up to and with `on`."""
    return working_days_between(on, due) if due >= on else -working_days_between(due, on)
