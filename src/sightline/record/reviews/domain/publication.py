"""The clock of publication, the notice before it, and how long a review stays public. Pure arithmetic of dates."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sightline.kernel.workdays import is_working_day

# Working Together 2023, chapter 5: no later than six months from the decision to review (dossier §2.1, confirmed in passing).
MONTHS_TO_PUBLISH = 6
# Working Together 2023, chapter 5: a copy to the national panel and the Secretary of State (dossier §2.1, confirmed in passing).
NOTICE_WORKING_DAYS = 7
# Working Together 2023, chapter 5: public for at least a year. Not checked against the source (dossier §2.1 [gk]): shown as such.
PUBLIC_FOR_MONTHS = 12
PUBLIC_IS_UNVERIFIED = "One year is Sightline’s reading of the guidance and is not verified. Check your edition."


class Recipient(StrEnum):
    PANEL = "panel"
    SECRETARY_OF_STATE = "secretary_of_state"


RECIPIENT_LABELS = {
    Recipient.PANEL: "The Child Safeguarding Practice Review Panel",
    Recipient.SECRETARY_OF_STATE: "The Secretary of State for Education",
}


class LetterKind(StrEnum):
    NOTICE = "notice"
    LATE = "late"
    NOT_PUBLISHED = "not_published"


LETTER_LABELS = {
    LetterKind.NOTICE: "Notice of publication",
    LetterKind.LATE: "Reasons for late publication",
    LetterKind.NOT_PUBLISHED: "Reasons for not publishing",
}
REASONS = frozenset({LetterKind.LATE, LetterKind.NOT_PUBLISHED})


class PublicationState(StrEnum):
    NO_DECISION = "no_decision"
    RUNNING = "running"
    OVER = "over"
    OVER_WITH_REASON = "over_with_reason"
    NOT_TO_BE_PUBLISHED = "not_to_be_published"
    PUBLISHED = "published"
    PUBLISHED_LATE = "published_late"


@dataclass(frozen=True, slots=True)
class PublicationClock:
    """`days` are calendar days to the due day, negative when over; of a published review, on the day it was published."""

    state: PublicationState
    decided_on: date | None = None
    due_on: date | None = None
    days: int | None = None
    published_on: date | None = None

    @property
    def words(self) -> str:
        return _WORDS[self.state](self)


def publication_clock(
    *, decided_on: date | None, published_on: date | None, reasons: frozenset[LetterKind], on: date
) -> PublicationClock:
    """How the six months stand on a day. `reasons` are the kinds of reasons that were sent by then."""
    if published_on is not None and published_on > on:
        published_on = None
    due_on = add_months(decided_on, MONTHS_TO_PUBLISH) if decided_on else None
    days = (due_on - (published_on or on)).days if due_on else None
    return PublicationClock(_state(days, published_on, reasons), decided_on, due_on, days, published_on)


def _state(days: int | None, published_on: date | None, reasons: frozenset[LetterKind]) -> PublicationState:
    if published_on is not None:
        return PublicationState.PUBLISHED_LATE if days is not None and days < 0 else PublicationState.PUBLISHED
    if LetterKind.NOT_PUBLISHED in reasons:
        return PublicationState.NOT_TO_BE_PUBLISHED
    if days is None:
        return PublicationState.NO_DECISION
    if days >= 0:
        return PublicationState.RUNNING
    return PublicationState.OVER_WITH_REASON if LetterKind.LATE in reasons else PublicationState.OVER


def _running(clock: PublicationClock) -> str:
    left = "today is the last day" if clock.days == 0 else f"{_days(clock.days)} left"
    return f"To be published by {day(clock.due_on)}, six months from the decision of {day(clock.decided_on)}: {left}."


def _over(clock: PublicationClock) -> str:
    return f"It was to be published by {day(clock.due_on)}, six months from the decision: {_days(-(clock.days or 0))} over."


def _published(clock: PublicationClock) -> str:
    if clock.due_on is None:
        return f"Published on {day(clock.published_on)}. The day of the decision is not recorded, so no clock runs."
    if clock.state is PublicationState.PUBLISHED_LATE:
        return f"Published on {day(clock.published_on)}, {_days(-(clock.days or 0))} after the six months ended."
    return f"Published on {day(clock.published_on)}, within six months of the decision."


_WORDS = {
    PublicationState.NO_DECISION: lambda clock: (
        "The day of the decision is not recorded, so the six months cannot be counted."
    ),
    PublicationState.RUNNING: _running,
    PublicationState.OVER: lambda clock: f"{_over(clock)} No reason has been sent.",
    PublicationState.OVER_WITH_REASON: lambda clock: f"{_over(clock)} The reason was sent.",
    PublicationState.NOT_TO_BE_PUBLISHED: lambda clock: "It is not to be published; the reasons were sent.",
    PublicationState.PUBLISHED: _published,
    PublicationState.PUBLISHED_LATE: _published,
}


def notice_due(planned_on: date) -> date:
    """The last day on which notice is early enough for a publication on `planned_on`."""
    return working_days_before(planned_on, NOTICE_WORKING_DAYS)


def is_early_enough(sent_on: date, planned_on: date) -> bool:
    return sent_on <= notice_due(planned_on)


def public_until(published_on: date) -> date:
    """The first day on which it need no longer be public."""
    return add_months(published_on, PUBLIC_FOR_MONTHS)


def working_days_before(day: date, number: int) -> date:
    """The day `number` working days before `day`; the day itself is not counted."""
    while number > 0:
        day -= timedelta(days=1)
        number -= is_working_day(day)
    return day


def add_months(day: date, months: int) -> date:
    """The same day some months on, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def _days(number: int | None) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
