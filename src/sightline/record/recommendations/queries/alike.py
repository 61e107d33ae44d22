"""Recommendations compared with each other.

Nothing of the comparing is kept in tables: how rare a word is depends on all that are compared, so each new recommendation
would change every score. Weighing a register of 500 takes a hundredth of a second and the nearest of one a thousandth
(`bench/likeness.py`), so a page compares anew. Only the columns that comparing needs are read of all; whole recommendations
only of those that a page shows. What was weighed last is remembered in the process, named by a digest of all that was
compared. What is asked again among a region's thousands is worked out aside, and the page looks again. Only what a
person says is kept (`Sameness`).
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db.models import Model, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.governance.models import Board

from ..domain.likeness import ALIKE, REPEATED, Likeness, Pair, Subject
from ..domain.repeats import Two, repeated_groups
from ..domain.terms import terms_of
from ..models import Addressee, Recommendation, RecommendationTheme, Sameness
from .remembering import Remembered

AT_ONCE = 3_000
"""So many are compared all with all in about a tenth of a second: no reason to let a person look again."""
_weighed: Remembered[Likeness] = Remembered()
_pairs: Remembered[list[Pair]] = Remembered()


@dataclass(frozen=True)
class _Read:
    """What comparing reads of one."""

    id: int
    text: str
    addressees: frozenset[str]
    themes: frozenset[int]


@dataclass(frozen=True)
class Compared:
    """Recommendations weighed against each other; `found` has them whole."""

    found: QuerySet[Recommendation]
    read: tuple[_Read, ...]
    threshold: float
    digest: str

    def __len__(self) -> int:
        return len(self.read)

    @cached_property
    def likeness(self) -> Likeness:
        return _weighed.get(self.digest, len(self), self._weigh).at(self.threshold)

    def whole(self, ids: Collection[int]) -> dict[int, Recommendation]:
        """Those of these ids that were compared."""
        return {one.pk: one for one in self.found.filter(pk__in=ids)}

    def nearest(self, one: int) -> list[Pair]:
        return self.likeness.nearest(one) if one in self.likeness else []

    def groups(self, said: dict[Two, bool]) -> list[frozenset[int]]:
        """Groups of the same, asked again. Only pairs of at least REPEATED are looked for: that is several times quicker."""
        return self._grouped(_pairs.get(self.digest, len(self), self._find), said)

    def groups_soon(self, said: dict[Two, bool]) -> list[frozenset[int]] | None:
        """The same; None while many are being compared: ask again."""
        if len(self) <= AT_ONCE:
            return self.groups(said)
        pairs = _pairs.soon(self.digest, len(self), self._find)
        return None if pairs is None else self._grouped(pairs, said)

    def _grouped(self, pairs: Iterable[Pair], said: dict[Two, bool]) -> list[frozenset[int]]:
        """What was said of one that is no longer compared, as one that is not shared any more, joins nothing."""
        ids = {one.id for one in self.read}
        return repeated_groups(pairs, {both: is_same for both, is_same in said.items() if ids.issuperset(both)})

    def _weigh(self) -> Likeness:
        return Likeness(Subject(one.id, _stems(one.text), one.addressees, one.themes) for one in self.read)

    def _find(self) -> list[Pair]:
        return self.likeness.at(REPEATED).pairs()


def compared(found: QuerySet[Recommendation], threshold: float = ALIKE) -> Compared:
    """Six queries however many; one more, and those of `found`, for what is shown."""
    read = tuple(_read(found))
    return Compared(found, read, threshold, _digest(read))


def _read(found: QuerySet[Recommendation]) -> Iterator[_Read]:
    bare = found.select_related(None).prefetch_related(None).order_by()
    ids = bare.values("pk")
    themes: dict[int, set[int]] = defaultdict(set)
    for pk, theme in RecommendationTheme.objects.filter(recommendation__in=ids).values_list("recommendation", "theme"):
        themes[pk].add(theme)
    named = _addressees(ids)
    for pk, text, written in sorted(bare.values_list("pk", "text", "addressee_as_written")):
        to = named.get(pk) or filter(None, [written.casefold()])
        yield _Read(pk, text, frozenset(to), frozenset(themes.get(pk, ())))


def _addressees(ids: QuerySet) -> dict[int, set[str]]:
    """As pages call them, so that one who is only written down agrees with one who was recognised."""
    rows = list(
        Addressee.objects.filter(recommendation__in=ids).values_list("recommendation", "organisation", "post", "board")
    )
    bodies = _names(Organisation.objects.all(), {row[1] for row in rows})
    posts = _names(Post.objects.select_related("organisation"), {row[2] for row in rows})
    boards = _names(Board.objects.all(), {row[3] for row in rows})
    named: dict[int, set[str]] = defaultdict(set)
    for pk, body, post, board in rows:
        named[pk].add(bodies[body] if body else posts[post] if post else boards[board])
    return named


def _names(table: QuerySet, ids: set[int | None]) -> dict[int, str]:
    wanted = [pk for pk in ids if pk]
    found: Iterable[Model] = table.filter(pk__in=wanted) if wanted else ()
    return {one.pk: str(one).casefold() for one in found}


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(terms_of(text))


def _digest(read: Iterable[_Read]) -> str:
    whole = hashlib.sha256()
    for one in read:
        whole.update(repr((one.id, one.text, sorted(one.addressees), sorted(one.themes))).encode())
    return whole.hexdigest()


def forget_compared() -> None:
    """As a process that has just begun: for measurements."""
    _weighed.forget()
    _pairs.forget()
    _stems.cache_clear()


def said_of(partnership: Partnership) -> dict[Two, bool]:
    """What people of this partnership, or region, said of pairs."""
    rows = Sameness.objects.filter(partnership=partnership).values_list("first_id", "second_id", "is_same")
    return {(first, second): is_same for first, second, is_same in rows}


def sameness_of(partnership: Partnership, one: int, other: int) -> Sameness | None:
    first, second = sorted((one, other))
    return Sameness.objects.filter(partnership=partnership, first=first, second=second).first()
