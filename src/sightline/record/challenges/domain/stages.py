"""The stages of an escalation, as a partnership sets them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage; `working_days` None means that the policy sets no limit."""

    number: int
    name: str
    is_formal: bool
    working_days: int | None


# Five stages, the first two informal and three to five formal, as one published local policy has them
# (https://www.croydonlcsb.org.uk/cscp-escalation-and-resolution-policy). The names are Sightline's. Its limits of days could
# not be read: two working days a stage is Sightline's default, and is shown as not verified.
DEFAULT_DAYS = 2
DEFAULT_STAGES = (
    StageLine(1, "Between the two people", False, DEFAULT_DAYS),
    StageLine(2, "Between their managers", False, DEFAULT_DAYS),
    StageLine(3, "Between heads of service", True, DEFAULT_DAYS),
    StageLine(4, "Delegated safeguarding partners", True, DEFAULT_DAYS),
    StageLine(5, "Lead safeguarding partners", True, DEFAULT_DAYS),
)
DEFAULT_NOTE = "Sightline’s default, not verified; set your own policy’s limits."

_LINE = re.compile(r"^(?P<name>[^|]+?)\s*\|\s*(?P<form>informal|formal)\s*(?:\|\s*(?P<days>\d{1,3})?\s*)?$", re.I)
MOST_STAGES = 9


def stages_from_words(text: str) -> tuple[StageLine, ...]:
    """Stages from lines such as `Heads of service | formal | 5`. Raises ValueError that says which line to mend."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not 1 <= len(lines) <= MOST_STAGES:
        raise ValueError(f"Write one to {MOST_STAGES} stages, each on a line of its own.")
    return tuple(_stage(number, line) for number, line in enumerate(lines, 1))


def _stage(number: int, line: str) -> StageLine:
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"Line {number} is not name | informal or formal | working days. It says: {line}")
    days = int(found["days"]) if found["days"] else None
    if days == 0:
        raise ValueError(
            f"Line {number}: a stage of no days cannot be kept to. Leave the days out if there is no limit."
        )
    return StageLine(number, found["name"].strip()[:120], found["form"].lower() == "formal", days)


def stages_in_words(stages: Iterable[StageLine]) -> str:
    return "\n".join(
        f"{one.name} | {'formal' if one.is_formal else 'informal'} | {one.working_days or ''}".rstrip(" |")
        if one.working_days is None
        else f"{one.name} | {'formal' if one.is_formal else 'informal'} | {one.working_days}"
        for one in stages
    )
