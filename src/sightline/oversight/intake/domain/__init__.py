"""States of papers and proposals, and how a find is known again when a paper is read anew."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

# A find that overlaps a decided one of its kind by this much is that find, read with other edges.
SAME_PLACE = 0.6


class PaperState(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    SAME = "same"
    HELD_BACK = "held_back"
    UNREADABLE = "unreadable"
    SET_ASIDE = "set_aside"


# A paper that is dropped in again after one of these is read again.
MAY_COME_BACK = frozenset({PaperState.HELD_BACK, PaperState.UNREADABLE, PaperState.SET_ASIDE})
MOVING = frozenset({PaperState.WAITING, PaperState.READING})


class Choice(StrEnum):
    """A person's word on a proposal. Superseded: a later reading no longer finds it and nobody had decided."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REFUSED = "refused"
    SUPERSEDED = "superseded"


IN_THE_RECORD = frozenset({Choice.ACCEPTED, Choice.CORRECTED})
DECIDED = IN_THE_RECORD | {Choice.REFUSED}

KIND_LABELS = {
    "meeting": ("Meeting", "meetings"),
    "attendance": ("Attendance", "attendances"),
    "agency_attendance": ("Attendance of an agency", "attendances of agencies"),
    "decisions": ("Decision", "decisions"),
    "actions": ("Action", "actions"),
    "recommendations": ("Recommendation", "recommendations"),
    "findings": ("Finding of a review", "findings of reviews"),
    "learning": ("Learning point", "learning points"),
    "priorities": ("Priority", "priorities"),
    "indicators": ("Indicator", "indicators"),
    "funding": ("Money", "money lines"),
    "next_meeting": ("Next meeting", "next meetings"),
    "planned_meetings": ("Planned meeting", "planned meetings"),
    "document_date": ("Date of the paper", "dates of the paper"),
    "policy_dates": ("Date of a policy", "dates of policies"),
    "legislation": ("Law or guidance", "laws and guidance"),
    "organisations": ("Organisation", "organisations"),
    "board_structure": ("Terms of a board", "terms of boards"),
    "review_cases": ("Review", "reviews"),
    "membership_posts": ("Seat of a board", "seats of boards"),
    "initiatives": ("Initiative", "initiatives"),
    "listed_documents": ("Document that the paper lists", "listed documents"),
}


def kind_label(kind: str) -> str:
    return KIND_LABELS[kind][0] if kind in KIND_LABELS else kind.replace("_", " ").capitalize()


def kind_counted(kind: str, number: int) -> str:
    """`12 actions`, `1 decision`."""
    one, many = KIND_LABELS.get(kind, (kind.replace("_", " "), kind.replace("_", " ")))
    return f"{number} {one[0].lower() + one[1:] if number == 1 else many}"


def folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def keys_of(finds: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A name for each find (kind, words) of a paper that stays when a newer reader finds more, or at other places."""
    met: Counter[tuple[str, str]] = Counter()
    for kind, words in finds:
        same = (kind, folded(words))
        yield hashlib.sha256(f"{kind}|{same[1]}|{met[same]}".encode()).hexdigest()
        met[same] += 1


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared characters over the longer of two spans."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return max(shared, 0) / max(a[1] - a[0], b[1] - b[0], 1)


def place_again(words: str, text: str, near: int) -> tuple[int, int] | None:
    """Where words stand in a text that was read anew: the nearest to where they were."""
    places = [m.start() for m in re.finditer(re.escape(words), text)] if words else []
    best = min(places, key=lambda start: abs(start - near), default=None)
    return None if best is None else (best, best + len(words))


def merged(fields: dict[str, Any], corrected: dict[str, Any] | None) -> dict[str, Any]:
    """What stands: the reader's values, with a person's over them."""
    return {**fields, **(corrected or {})}
