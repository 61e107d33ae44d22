"""What is due from whom: how every register tells the reminders of what it waits for."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .references import Reference


class Weight(IntEnum):
    """How much waits on the day: what a clock runs for stands first, what nobody waits for last."""

    CLOCK = 0
    ORDINARY = 1
    STANDING = 2


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that its owners are to do by a day.

    `posts`, `organisations` and `people` are ids of the directory; what a post or an agency owes goes to whoever holds
    it. `what` names the thing and `asks` what is wanted of the owner, both in plain words without anything of a child.
    """

    reference: Reference
    partnership_id: int
    what: str
    asks: str
    due_on: date | None = None
    posts: tuple[int, ...] = ()
    organisations: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    weight: Weight = Weight.ORDINARY
