"""Who is told what on a day: everything due, streamed once, and of each person's things only the soonest kept."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from sightline.kernel.due import Due

from ..domain.days import horizon_of, is_told, previous_sending_day
from ..domain.piles import Pile, Unreached
from ..models import Rhythm, Wish
from .owners import Owners, Reached, owners_in
from .sources import due_things


@dataclass(slots=True)
class Recipient:
    """One person, known by an e-mail address, with a pile for each partnership that has something for them."""

    name: str
    email: str
    piles: dict[int, Pile] = field(default_factory=dict)
    people: dict[int, int | None] = field(default_factory=dict)
    """Who they are in the directory of each partnership; None where a business manager is not in it."""

    @property
    def count(self) -> int:
        return sum(pile.count for pile in self.piles.values())

    @property
    def overdue(self) -> int:
        return sum(pile.overdue for pile in self.piles.values())


@dataclass(slots=True)
class Gathered:
    recipients: dict[str, Recipient] = field(default_factory=dict)
    unreached: dict[int, Unreached] = field(default_factory=lambda: defaultdict(Unreached))
    things: int = 0


@dataclass(frozen=True, slots=True)
class _Window:
    """What one partnership's digest of a day takes in."""

    before: date | None
    horizon: date
    weeks: int
    most: int

    @classmethod
    def of(cls, rhythm: Rhythm, day: date, weeks: int) -> "_Window":
        before = previous_sending_day(day, rhythm.weekdays)
        return cls(before, horizon_of(day, rhythm.lead_days), weeks, rhythm.most)

    def takes_in(self, due: Due, day: date) -> bool:
        """What has no date is never told: nobody is late with it."""
        return due.due_on is not None and is_told(
            due.due_on, day, before=self.before, horizon=self.horizon, weeks=self.weeks
        )


def gather(rhythms: Iterable[Rhythm], day: date, *, only: str = "") -> Gathered:
    """What these partnerships' digests of a day would say, to everyone; or to `only` one address, with all that is overdue.

    Seven queries and those of the registers, however much is due; memory grows with people, not with what is due.
    """
    windows = {rhythm.partnership_id: _Window.of(rhythm, day, 0 if only else int(rhythm.repeat)) for rhythm in rhythms}
    found = Gathered()
    if not windows:
        return found
    owners, sparing = owners_in(windows.keys(), day), _only_overdue()
    for due in due_things(list(windows), day):
        window = windows[due.partnership_id]
        if window.takes_in(due, day):
            found.things += 1
            _give(found, due, owners, sparing, window.most, day, only)
    return found


def _give(found: Gathered, due: Due, owners: Owners, sparing: Collection[str], most: int, day: date, only: str) -> None:
    reached, why = owners.of(due)
    if not reached:
        found.unreached[due.partnership_id].add(due, why)
    for person in reached:
        if (only and person.email != only) or (due.due_on >= day and person.email in sparing):
            continue
        _pile_of(found, person, due.partnership_id, most).add(due, day)


def _pile_of(found: Gathered, person: Reached, partnership_id: int, most: int) -> Pile:
    recipient = found.recipients.get(person.email)
    if recipient is None:
        recipient = found.recipients[person.email] = Recipient(person.name, person.email)
    pile = recipient.piles.get(partnership_id)
    if pile is None:
        pile = recipient.piles[partnership_id] = Pile(most)
    if recipient.people.get(partnership_id) is None:
        recipient.people[partnership_id] = person.id
    return pile


def _only_overdue() -> frozenset[str]:
    return frozenset(Wish.objects.filter(only_overdue=True).values_list("email", flat=True))
