"""Recommendations compared with each other.

Nothing of the comparing is kept in tables: how rare a word is depends on all that are compared, so each new recommendation
would change every score. Weighing a register of 500 takes a hundredth of a second and the nearest of one a thousandth
(`bench/likeness.py`), so a page compares anew. What was weighed last is remembered in the process, named by a digest of all that
was compared: it can never be out of date, and a region's thousands are weighed once for each change. Only what a person says
is kept (`Sameness`).
"""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from sightline.foundation.accounts.models import Partnership

from ..domain.likeness import ALIKE, REPEATED, Likeness, Pair, Subject
from ..domain.repeats import Two, repeated_groups
from ..domain.terms import terms_of
from ..models import Recommendation, Sameness

REMEMBERED = 8
"""Weighings kept in a process: a few registers that people look at; each is some megabytes for a region."""
_weighed: "OrderedDict[str, Likeness]" = OrderedDict()
_pairs: "OrderedDict[str, list[Pair]]" = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Compared:
    """Recommendations by id, weighed against each other."""

    by_id: dict[int, Recommendation]
    likeness: Likeness
    digest: str

    def nearest(self, one: int) -> list[Pair]:
        return self.likeness.nearest(one) if one in self.likeness else []

    def groups(self, said: dict[Two, bool]) -> list[frozenset[int]]:
        """Groups of the same, asked again. Only pairs of at least REPEATED are looked for: that is several times quicker."""
        return repeated_groups(_remember(_pairs, self.digest, lambda: self.likeness.at(REPEATED).pairs()), said)


def compared(found: Iterable[Recommendation], threshold: float = ALIKE) -> Compared:
    by_id = {one.pk: one for one in found}
    subjects = [_subject(one) for one in by_id.values()]
    digest = _digest(subjects, by_id, threshold)
    return Compared(by_id, _remember(_weighed, digest, lambda: Likeness(subjects, threshold)), digest)


def _subject(one: Recommendation) -> Subject:
    addressees = frozenset(str(a).casefold() for a in one.addressees.all()) or frozenset(
        filter(None, [one.addressee_as_written.casefold()])
    )
    return Subject(one.pk, _stems(one.text), addressees, frozenset(row.theme_id for row in one.themes.all()))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(terms_of(text))


def _digest(subjects: Iterable[Subject], by_id: dict[int, Recommendation], threshold: float) -> str:
    whole = hashlib.sha256(str(threshold).encode())
    for one in sorted(subjects, key=lambda subject: subject.id):
        parts = (one.id, by_id[one.id].text, sorted(one.addressees), sorted(one.themes))
        whole.update(repr(parts).encode())
    return whole.hexdigest()


def _remember(shelf: OrderedDict, digest: str, make) -> object:
    with _lock:
        if digest in shelf:
            shelf.move_to_end(digest)
            return shelf[digest]
    made = make()
    with _lock:
        shelf[digest] = made
        while len(shelf) > REMEMBERED:
            shelf.popitem(last=False)
    return made


def said_of(partnership: Partnership) -> dict[Two, bool]:
    """What people of this partnership, or region, said of pairs."""
    rows = Sameness.objects.filter(partnership=partnership).values_list("first_id", "second_id", "is_same")
    return {(first, second): is_same for first, second, is_same in rows}


def sameness_of(partnership: Partnership, one: int, other: int) -> Sameness | None:
    first, second = sorted((one, other))
    return Sameness.objects.filter(partnership=partnership, first=first, second=second).first()
