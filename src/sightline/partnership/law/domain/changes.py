"""Changes of law and guidance: when one has come, by when it is asked to be taken in, what became of the duties."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sightline.kernel.workdays import add_working_days

# Neither number comes from law or guidance. They are Sightline's convention, and pages say so.
TAKEN_IN_WITHIN = 30
"""Working days after a change in which Sightline asks for a word that it was taken in."""
ASKED_FOR_YEARS = 2
"""Changes older than this are not asked for; they can be acknowledged all the same."""


def changed_on(made: date | None, in_force: date | None) -> date | None:
    """The day from which an edition is a change to be taken in: when it was made, or came into force without being made."""
    return made or in_force


def due_on(changed: date) -> date:
    return add_working_days(changed, TAKEN_IN_WITHIN)


def is_asked_for(changed: date, day: date) -> bool:
    if changed > day:
        return False
    oldest = day.replace(year=day.year - ASKED_FOR_YEARS, day=min(day.day, 28))
    return changed >= oldest


class Fate(StrEnum):
    """What an edition does to a duty of the one before it."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOT_SEEN = "not_seen"


FATE_LABELS = {
    Fate.NEW: "New",
    Fate.CHANGED: "Changed",
    Fate.SAME: "The same",
    Fate.NOT_SEEN: "Not seen in the newer edition",
}


@dataclass(frozen=True, slots=True)
class DutyWords:
    """A duty as two editions are compared by: its provision's number, and what is owed."""

    number: str
    owed_by: str
    what: str
    when: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    fate: Fate
    before: DutyWords | None
    after: DutyWords | None


def compare(before: Iterable[DutyWords], after: Iterable[DutyWords]) -> list[Compared]:
    """Duties of two editions side by side, by the number or name of the provision: new and changed ones first."""
    old = {duty.number.casefold(): duty for duty in before}
    new = {duty.number.casefold(): duty for duty in after}
    found = [Compared(_fate(old.get(key), duty), old.get(key), duty) for key, duty in new.items()]
    found += [Compared(Fate.NOT_SEEN, duty, None) for key, duty in old.items() if key not in new]
    order = list(Fate)
    return sorted(found, key=lambda one: order.index(one.fate))


def _fate(before: DutyWords | None, after: DutyWords) -> Fate:
    if before is None:
        return Fate.NEW
    same = (before.owed_by, before.what, before.when) == (after.owed_by, after.what, after.when)
    return Fate.SAME if same else Fate.CHANGED


class Hold(StrEnum):
    """How far a duty holds on a day."""

    IN_FORCE = "in_force"
    CARRIED = "carried"
    COMING = "coming"
    PAST = "past"


HOLD_LABELS = {
    Hold.IN_FORCE: "In force",
    Hold.CARRIED: "To be checked",
    Hold.COMING: "Not in force yet",
    Hold.PAST: "Past",
}


@dataclass(frozen=True, slots=True)
class Held:
    """Enough of a duty to tell how far it holds: its edition, its instrument, and the state of the edition that day."""

    key: int
    instrument: int
    number: str
    since: date | None
    state: str
    has_follower: bool


def holds(duties: Iterable[Held]) -> dict[int, Hold]:
    """By key. A newer edition that names the provision anew takes its place; one that says nothing of it is not proof
    that it ended, so the older duty is carried, and said to need checking. An instrument with nothing in force is past.
    """
    rows = list(duties)
    newest: dict[tuple[int, str], date] = {}
    for duty in rows:
        place = (duty.instrument, duty.number.casefold())
        if duty.state in ("in_force", "superseded") and duty.since is not None:
            newest[place] = max(duty.since, newest.get(place, duty.since))
    return {duty.key: _hold(duty, newest) for duty in rows}


def _hold(duty: Held, newest: dict[tuple[int, str], date]) -> Hold:
    if duty.state in ("planned", "enacted"):
        return Hold.COMING
    if duty.state == "in_force":
        return Hold.IN_FORCE
    is_newest = duty.since is not None and newest.get((duty.instrument, duty.number.casefold())) == duty.since
    return Hold.CARRIED if is_newest and duty.has_follower else Hold.PAST
