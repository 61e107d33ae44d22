"""How alike recommendations are, and the ones nearest to one, found without comparing all with all.

Likeness is the cosine of the two sets of stems, each weighed by how rare it is among those compared (idf, Spärck Jones
1972), raised a little where addressee or theme agree. What to compare is found through an index of stems with bounds on
the cosine, which is exact (Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007). Stems are taken rarest
first. What the stems still to come can add to a cosine is never more than their own length as a vector (Cauchy and Schwarz):
once that is below what is wanted, nobody new can reach it, and whoever lags by more than that is out.

All pairs at once are found from both sides: at the rarest stem that two share, what it and the stems after it can add is at
most the product of what is left of either. Those that come with most left are met first, and a meeting ends where the
product falls below what is wanted; of those met, few share enough stems to be compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

ALIKE = 0.35
"""From here on it is worth showing as alike: a third of the weight of the words is shared. Within one real report of 36 only
two pairs of 630 reach it, and both ask for one thing in two places; below, pairs share a subject and ask different things."""
REPEATED = 0.55
"""From here on it counts as the same asked again: what differs is who is named, a date, an example. No two different ones of
that report come near it."""
AGREEMENT = 0.1
"""How much of what is missing to 1 an agreeing addressee and theme give together. Little: they tell who and where, the words
tell what; alone they must never make two recommendations alike."""
ROUNDING = 1e-9
ENOUGH = 0.3
"""Share of the wanted cosine below which it costs more to narrow the search further than to compare those that are left."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One recommendation as it is compared."""

    id: int
    stems: frozenset[str]
    addressees: frozenset[str] = frozenset()
    themes: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that are alike, `first` with the lower id; `score` from 0 to 1."""

    first: int
    second: int
    score: float

    def other(self, one: int) -> int:
        return self.second if one == self.first else self.first


@dataclass(slots=True)
class _Weighed:
    subject: Subject
    weights: dict[str, float]  # of length 1 as a vector, rarest first


_Held = tuple[float, float, int, frozenset[str]]
"""A holder of a stem: the length of its stems from there on, its heaviest weight, its id and all its stems."""


class Likeness:
    """The recommendations to compare, weighed once. Two are alike when their score reaches `threshold`."""

    def __init__(self, subjects: Iterable[Subject], threshold: float = ALIKE) -> None:
        whole = {one.id: one for one in subjects}
        self._from(threshold)
        self._frequency = Counter(stem for one in whole.values() for stem in one.stems)
        self._idf = {stem: log(1 + len(whole) / n) for stem, n in self._frequency.items()}
        self._weighed = {pk: self._weigh(whole[pk]) for pk in sorted(whole)}

    @cached_property
    def _holders(self) -> dict[str, list[tuple[int, float]]]:
        holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for pk, one in self._weighed.items():
            for stem, weight in one.weights.items():
                holders[stem].append((pk, weight))
        return holders

    def _from(self, threshold: float) -> None:
        self.threshold = threshold
        # The agreement can only add, so a pair below this cosine never reaches the threshold.
        self._least = max((threshold - AGREEMENT) / (1 - AGREEMENT), ROUNDING)

    def at(self, threshold: float) -> "Likeness":
        """The same weighing, which no threshold changes, asked from another likeness on."""
        other = copy(self)
        other._from(threshold)
        return other

    def __contains__(self, one: int) -> bool:
        return one in self._weighed

    def _weigh(self, subject: Subject) -> _Weighed:
        stems = sorted(subject.stems, key=lambda stem: (self._frequency[stem], stem))
        length = sqrt(sum(self._idf[stem] ** 2 for stem in stems)) or 1.0
        return _Weighed(subject, {stem: self._idf[stem] / length for stem in stems})

    def nearest(self, one: int) -> list[Pair]:
        """Every one that is alike, nearest first."""
        return self._alike((one, pk) for pk in self._may_reach(one) if pk != one)

    def nearest_of_all(self, one: int) -> list[Pair]:
        """The same by comparing with every other: what the tests and the bench hold the short way against."""
        return self._alike((one, pk) for pk in self._weighed if pk != one)

    def pairs(self) -> list[Pair]:
        """Every pair that is alike, nearest first."""
        return self._alike({two for holders in self._with_most_left().values() for two in self._meeting(holders)})

    def _alike(self, found: Iterable[tuple[int, int]]) -> list[Pair]:
        """Those that are alike, nearest first."""
        pairs = (self.compare(one, other) for one, other in found)
        alike = (pair for pair in pairs if pair.score >= self.threshold)
        return sorted(alike, key=lambda pair: (-pair.score, pair.first, pair.second))

    def _with_most_left(self) -> dict[str, list[_Held]]:
        """Who holds each stem, those first whose stems from there on weigh most; nobody whose rest is below what is wanted."""
        held: dict[str, list[_Held]] = defaultdict(list)
        for pk, one in self._weighed.items():
            left, heaviest = 1.0, max(one.weights.values(), default=0.0)
            for stem, weight in one.weights.items():
                most = sqrt(max(left, 0.0)) + ROUNDING
                if most < self._least:
                    break
                held[stem].append((most, heaviest, pk, one.subject.stems))
                left -= weight**2
        for holders in held.values():
            holders.sort(key=lambda one: -one[0])
        return held

    def _meeting(self, holders: list[_Held]) -> Iterator[tuple[int, int]]:
        """Those that may be alike, of the holders of one stem. Called for millions in a region: kept free of calls."""
        least = self._least - ROUNDING
        for place, (most, heaviest, one, stems) in enumerate(holders, 1):
            enough, stems_enough = least / most, least / heaviest
            for its_most, its_heaviest, other, its_stems in holders[place:]:
                if its_most < enough:
                    break
                if len(stems & its_stems) * its_heaviest >= stems_enough:
                    yield (one, other) if one < other else (other, one)

    def _may_reach(self, one: int) -> Iterable[int]:
        """Ids of those that may be alike: all that are, and few that are not."""
        weights = self._weighed[one].weights
        left = sum(weight**2 for weight in weights.values())
        reached: dict[int, float] = {}
        for stem, weight in weights.items():
            most = sqrt(max(left, 0.0)) + ROUNDING  # what this stem and those after it can add
            if most >= self._least:
                for pk, other in self._holders[stem]:
                    reached[pk] = reached.get(pk, 0.0) + weight * other
            else:
                reached = {pk: so_far for pk, so_far in reached.items() if so_far + most >= self._least}
                for pk in reached:
                    reached[pk] += weight * self._weighed[pk].weights.get(stem, 0.0)
            if most < self._least * ENOUGH:
                break
            left -= weight**2
        return reached

    def compare(self, one: int, other: int) -> Pair:
        first, second = sorted((one, other))
        a, b = self._weighed[first], self._weighed[second]
        weights = b.weights
        cosine = sum(weight * weights[stem] for stem, weight in a.weights.items() if stem in weights)
        score = cosine + (1 - cosine) * AGREEMENT * agreement(a.subject, b.subject)
        return Pair(first, second, min(score, 1.0))

    def shared(self, one: int, other: int) -> list[str]:
        """Stems of both, those that tell most first."""
        a, b = self._weighed[one].weights, self._weighed[other].weights
        return sorted((stem for stem in a if stem in b), key=lambda stem: (-self._idf[stem], stem))

    def only_in(self, one: int, other: int) -> list[str]:
        """Stems of `one` that `other` lacks, those that tell most first."""
        a, b = self._weighed[one].weights, self._weighed[other].weights
        return sorted((stem for stem in a if stem not in b), key=lambda stem: (-self._idf[stem], stem))


def agreement(one: Subject, other: Subject) -> float:
    """Half for a shared addressee, half for a shared theme. What is not known does not agree."""
    return 0.5 * bool(one.addressees & other.addressees) + 0.5 * bool(one.themes & other.themes)
