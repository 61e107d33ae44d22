"""Clocks of incidents and reviews: when each starts, by when it should end, and where it stands on a day.

Each length carries its source. Nothing here was checked against the newest statutory guidance (Working Together 2026).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sightline.kernel.periods import months_after
from sightline.kernel.workdays import add_working_days, working_days_between


class Unit(StrEnum):
    WORKING_DAYS = "working days"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Rule:
    """How long something may take. `is_expected` marks what usually happens and no rule asks for."""

    name: str
    length: int
    unit: Unit
    since: str
    source: str
    is_relaxable: bool = False
    is_expected: bool = False

    @property
    def words(self) -> str:
        about = "about " if self.is_expected else ""
        return f"{about}{self.length} {self.unit} from {self.since}"


NOTIFICATION = Rule(
    "Notification",
    5,  # https://nelincsscp.trixonline.co.uk/chapter/child-safeguarding-practice-reviews
    Unit.WORKING_DAYS,
    "becoming aware",
    "https://nelincsscp.trixonline.co.uk/chapter/child-safeguarding-practice-reviews",
)
RAPID_REVIEW = Rule(
    "Rapid review",
    15,  # https://www.escb.co.uk/reviews; where it starts is told differently: see STARTS
    Unit.WORKING_DAYS,
    "its start",
    "https://www.escb.co.uk/reviews",
    is_relaxable=True,
)
PUBLICATION = Rule(
    "Publication",
    6,  # https://www.traffordsafeguardingpartnership.org.uk/About-us/News/2020/Child-Safeguarding-Practice-Reviews-update.aspx
    Unit.MONTHS,
    "the decision to review",
    "https://www.traffordsafeguardingpartnership.org.uk/About-us/News/2020/Child-Safeguarding-Practice-Reviews-update.aspx",
    is_relaxable=True,
)
PANEL_REPLY = Rule(
    "Panel’s reply",
    10,  # what one area says usually happens: https://www.kscmp.org.uk/procedures/safeguarding-practice-reviews/the-scr-process
    Unit.DAYS,
    "sending",
    "https://www.kscmp.org.uk/procedures/safeguarding-practice-reviews/the-scr-process",
    is_expected=True,
)
NOTICE_DAYS = 7  # working days between the copy to the Panel and publication; the same page as PUBLICATION
RELAXED_FROM = date(2020, 3, 30)  # notice to partnerships in the pandemic; the same page as PUBLICATION
# The day on which the relaxation ended is not verified. The Panel's guidance of September 2022 took the place of all before.
RELAXED_AT_MOST_UNTIL = date(2022, 9, 1)
RELAXED = (
    "This expectation was relaxed from 30 March 2020 because of the pandemic. When that ended is not verified, "
    "so lateness is not counted."
)


class Start(StrEnum):
    """From which day a partnership counts the fifteen working days. Stored codes never change."""

    AWARE = "aware"
    NOTIFIED = "notified"
    DAY_ONE = "day_one"


@dataclass(frozen=True, slots=True)
class StartCard:
    label: str
    short: str
    source: str
    href: str = ""


STARTS = {
    Start.AWARE: StartCard(
        "From the day of becoming aware of the incident",
        "becoming aware",
        "Understood to be what Working Together says; not verified here",
    ),
    Start.NOTIFIED: StartCard(
        "From the day of the notification",
        "the notification",
        "Essex says so",
        "https://www.escb.co.uk/reviews",
    ),
    Start.DAY_ONE: StartCard(
        "From the notification, its day being day 1",
        "the notification as day 1",
        "Devon says so",
        "https://www.devonscp.org.uk/training-and-resources/child-safeguarding-practice-reviews/rapid-review-process-flowchart/",
    ),
}
SOURCES_DIFFER = (
    "Sources differ on where the 15 working days start, and Sightline could not check the newest guidance. "
    "Agree locally which one you count by."
)


def start_day(start: Start, aware_on: date | None, notified_on: date | None) -> date | None:
    """The day from which the count runs (day 0), or None while the day it hangs on is not known."""
    if start is Start.AWARE:
        return aware_on
    if notified_on is None:
        return None
    return notified_on if start is Start.NOTIFIED else notified_on - timedelta(days=1)


def day_after(start: date, length: int, unit: Unit) -> date:
    """The last day of a span; a month's end that the month lacks becomes its last day."""
    if unit is Unit.WORKING_DAYS:
        return add_working_days(start, length)
    if unit is Unit.DAYS:
        return start + timedelta(days=length)
    return months_after(start, length)


def is_relaxed(rule: Rule, start: date, due: date) -> bool:
    return rule.is_relaxable and due >= RELAXED_FROM and start < RELAXED_AT_MOST_UNTIL


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock on a day. `starts_on` is day 0; without it nothing can be counted. `ended_on` stops the clock."""

    rule: Rule
    starts_on: date | None
    ended_on: date | None = None

    @property
    def due_on(self) -> date | None:
        return day_after(self.starts_on, self.rule.length, self.rule.unit) if self.starts_on else None

    @property
    def is_relaxed(self) -> bool:
        return self.starts_on is not None and is_relaxed(self.rule, self.starts_on, self.due_on)

    def has_ended(self, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on

    def number(self, on: date) -> int | None:
        """Which day of the clock it is, in the rule's days (working days or days); day 0 is the start."""
        if self.starts_on is None:
            return None
        until = self.ended_on if self.has_ended(on) else on
        if self.rule.unit is Unit.WORKING_DAYS:
            return working_days_between(self.starts_on, until)
        return (until - self.starts_on).days

    def over(self, on: date) -> int:
        """Days past the last day: working days where the rule counts them. 0 while in time or not countable."""
        if self.due_on is None:
            return 0
        until = self.ended_on if self.has_ended(on) else on
        if until <= self.due_on:
            return 0
        if self.rule.unit is Unit.WORKING_DAYS:
            return working_days_between(self.due_on, until)
        return (until - self.due_on).days

    def is_late(self, on: date) -> bool | None:
        """None where it cannot be said: the start is not known, or the expectation was relaxed."""
        if self.due_on is None:
            return None
        late = self.over(on) > 0
        return None if late and self.is_relaxed else late

    def words(self, on: date) -> str:
        """Where the clock stands, as people say it."""
        if self.starts_on is None:
            ended = self.has_ended(on)
            return (
                "Done; whether in time cannot be said"
                if ended
                else f"Not running: the day of {self.rule.since} is not known"
            )
        if self.has_ended(on):
            return self._done_words(on)
        return self._running_words(on)

    def _done_words(self, on: date) -> str:
        over = self.over(on)
        where = f"Done on day {self.number(on)}" if self.rule.unit is not Unit.MONTHS else "Done"
        if not over:
            return f"{where}, in time" if not self.rule.is_expected else where
        return f"{where}, {self._days(over)} over"

    def _running_words(self, on: date) -> str:
        over, number = self.over(on), self.number(on)
        if over:
            return f"{self._days(over)} over"
        if on == self.due_on:
            return "Last day today"
        if self.rule.unit is Unit.MONTHS:
            return f"{self._days((self.due_on - on).days)} left"
        if number <= 0:
            return f"Starts counting, {self.rule.length} {self.rule.unit} to go"
        return f"Day {number} of {self.rule.length}"

    def _days(self, number: int) -> str:
        unit = "working day" if self.rule.unit is Unit.WORKING_DAYS else "day"
        return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def notification_clock(aware_on: date | None, notified_on: date | None) -> Clock:
    return Clock(NOTIFICATION, aware_on, notified_on)


def rapid_clock(starts_on: date | None, sent_on: date | None) -> Clock:
    return Clock(RAPID_REVIEW, starts_on, sent_on)


def publication_clock(decided_on: date | None, published_on: date | None) -> Clock:
    return Clock(PUBLICATION, decided_on, published_on)


def reply_clock(sent_on: date | None, replied_on: date | None) -> Clock:
    return Clock(PANEL_REPLY, sent_on, replied_on)


def notice_due_on(published_on: date) -> date:
    """The last day to send the Panel and the Secretary of State their copy before publication on that day."""
    return add_working_days(published_on, -NOTICE_DAYS)


def plan_day(starts_on: date, number: int) -> date:
    """The date of working day `number` of a plan that runs from day 0."""
    return add_working_days(starts_on, number)
