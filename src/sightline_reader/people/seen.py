"""People as the places of a paper give them, and what the places say of one person put together."""

import re
from dataclasses import dataclass, field

from sightline_reader.people.entry import Entry
from sightline_reader.people.labels import ABSENT, APOLOGIES, DEPUTY, MEMBER, PRESENT, names_an_office
from sightline_reader.people.names import LIKELY
from sightline_reader.people.posts import kind_of_words

ATTENDED = {PRESENT, APOLOGIES, ABSENT, DEPUTY}
LISTED_AS_PRESENT = "Listed among those attending, but apologies are recorded."


@dataclass(slots=True)
class Seen:
    """A person as one place of the text gives them."""

    entry: Entry
    status: str | None
    label: str = ""
    confidence: float = 0.85
    doubts: list[str] = field(default_factory=list)
    meeting_date: str | None = None
    extra: dict[str, str] = field(default_factory=dict)


def believed(seen: list[Seen]) -> list[Seen]:
    """A name that may be something else is believed in a list, table or sentence that a label announces.

    Elsewhere most of the people must be surely names, or more be said of it. Names that no list of names knows are
    believed as readily as others wherever the paper itself says that they are people.
    """
    sure = 2 * sum(one.entry.name.certainty >= LIKELY for one in seen) >= len(seen)
    return [one for one in seen if sure or one.label or one.entry.name.certainty >= LIKELY or _is_told_of(one.entry)]


def settle_organisations(entries: list[Entry]) -> None:
    """`Head of Care, Ways to Grow` and `Clerk, Ways to Grow`: unknown words behind two people's posts are where they work."""
    ends = [(entry, entry.parts[-1]) for entry in entries if len(entry.parts) > 1 and entry.role.organisation is None]
    ends = [(e, end) for e, end in ends if kind_of_words(end) == "unknown" and kind_of_words(e.parts[0]) == "post"]
    posts: dict[str, set[str]] = {}
    for entry, end in ends:
        posts.setdefault(end, set()).add(entry.parts[0])
    for entry, end in ends:
        if len(posts[end]) > 1:
            entry.parts, entry.lines, entry.said_organisation = entry.parts[:-1], entry.lines[:-1], end


def _is_told_of(entry: Entry) -> bool:
    return bool(entry.role.post or entry.role.organisation or entry.initials)


def put_together(seen: list[Seen]) -> list[Seen]:
    kept: dict[str, Seen] = {}
    for one in seen:
        _office_from_label(one)
        key = _known_as(one, kept)
        if key not in kept:
            kept[key] = one
            continue
        _merge(kept[key], one)
    return list(kept.values())


def _office_from_label(one: Seen) -> None:
    if names_an_office(f"{one.label}: x"):
        office = re.sub(
            r"chaired by",
            "chair",
            re.sub(r"\s*(?:taken )?by$", "", one.label) if "chair" not in one.label else one.label,
        )
        one.entry.office = office.title()


def _known_as(one: Seen, kept: dict[str, Seen]) -> str:
    """The key of the person; a lone surname after a title is somebody listed in full, if just one fits."""
    key = re.sub(r"[^a-z ]", "", one.entry.name.person.lower()) + (f" {one.meeting_date}" if one.meeting_date else "")
    if key not in kept and " " not in key:
        same = [k for k in kept if k.split()[-1] == key and kept[k].entry.name.titled]
        return same[0] if len(same) == 1 else key
    return key


def _merge(first: Seen, second: Seen) -> None:
    """What the second place adds to the first: apologies outweigh a list of those invited."""
    if second.status == APOLOGIES and first.status == PRESENT:
        first.status = APOLOGIES
        first.doubts.append(LISTED_AS_PRESENT)
    elif second.status == DEPUTY and first.status == PRESENT:
        first.status = DEPUTY
    elif first.status in (None, MEMBER) and second.status in ATTENDED:
        first.status, first.doubts = second.status, second.doubts
    role, other = first.entry.role, second.entry.role
    if other.post and not role.post:
        first.entry.add(other.post, -1)
    if other.organisation and not role.organisation and not role.unplaced:
        first.entry.add(other.organisation, -1)
    first.entry.office = first.entry.office or second.entry.office
    first.entry.initials = first.entry.initials or second.entry.initials
    first.entry.deputy_for = first.entry.deputy_for or second.entry.deputy_for
