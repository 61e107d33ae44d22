"""Publication of a practice review: how its clock stands in plain words, who is told, how long it stays public."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from . import clocks
from .clocks import RELAXED, Unit, day_after, notice_due_on

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
    OVER_RELAXED = "over_relaxed"
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
    six_months = clocks.publication_clock(decided_on, published_on)
    due_on = six_months.due_on
    days = (due_on - (published_on or on)).days if due_on else None
    state = _state(days, six_months.is_relaxed, published_on, reasons)
    return PublicationClock(state, decided_on, due_on, days, published_on)


def _state(
    days: int | None, is_relaxed: bool, published_on: date | None, reasons: frozenset[LetterKind]
) -> PublicationState:
    is_over = days is not None and days < 0
    if published_on is not None:
        return PublicationState.PUBLISHED_LATE if is_over and not is_relaxed else PublicationState.PUBLISHED
    if LetterKind.NOT_PUBLISHED in reasons:
        return PublicationState.NOT_TO_BE_PUBLISHED
    if days is None:
        return PublicationState.NO_DECISION
    if not is_over:
        return PublicationState.RUNNING
    if is_relaxed:
        return PublicationState.OVER_RELAXED
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
    if clock.days is not None and clock.days < 0:
        return f"Published on {day(clock.published_on)}. {RELAXED}"
    return f"Published on {day(clock.published_on)}, within six months of the decision."


_WORDS = {
    PublicationState.NO_DECISION: lambda clock: (
        "The day of the decision is not recorded, so the six months cannot be counted."
    ),
    PublicationState.RUNNING: _running,
    PublicationState.OVER: lambda clock: f"{_over(clock)} No reason has been sent.",
    PublicationState.OVER_WITH_REASON: lambda clock: f"{_over(clock)} The reason was sent.",
    PublicationState.OVER_RELAXED: lambda clock: f"It was to be published by {day(clock.due_on)}. {RELAXED}",
    PublicationState.NOT_TO_BE_PUBLISHED: lambda clock: "It is not to be published; the reasons were sent.",
    PublicationState.PUBLISHED: _published,
    PublicationState.PUBLISHED_LATE: _published,
}


def is_early_enough(sent_on: date, planned_on: date) -> bool:
    return sent_on <= notice_due_on(planned_on)


def public_until(published_on: date) -> date:
    """The first day on which it need no longer be public."""
    return day_after(published_on, PUBLIC_FOR_MONTHS, Unit.MONTHS)


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def _days(number: int | None) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
