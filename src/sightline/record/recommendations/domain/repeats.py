"""Groups of recommendations that ask the same again."""

from collections.abc import Iterable, Mapping

from .likeness import REPEATED, Pair

Two = tuple[int, int]
"""Two ids, the lower first."""


def two(one: int, other: int) -> Two:
    return (one, other) if one < other else (other, one)


def repeated_groups(
    pairs: Iterable[Pair], said: Mapping[Two, bool], threshold: float = REPEATED
) -> list[frozenset[int]]:
    """Groups of two or more, the largest first. `said` is what people decided: the same (True) or not (False).

    People go first and the nearest pairs next. Two groups are not joined where a person said of one from each that they
    are not the same: a word of a person outlasts whatever the comparing finds.
    """
    same = [pair for pair, is_same in sorted(said.items()) if is_same]
    near = [
        two(pair.first, pair.second)
        for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second))
        if pair.score >= threshold
    ]
    apart: dict[int, set[int]] = {}
    for (one, other), is_same in said.items():
        if not is_same:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    groups: dict[int, set[int]] = {}
    for one, other in [*same, *near]:
        _join(groups, apart, one, other)
    found = {frozenset(group) for group in groups.values() if len(group) > 1}
    return sorted(found, key=lambda group: (-len(group), min(group)))


def _join(groups: dict[int, set[int]], apart: Mapping[int, set[int]], one: int, other: int) -> None:
    a, b = groups.setdefault(one, {one}), groups.setdefault(other, {other})
    if a is b or any(apart.get(member, set()) & b for member in a):
        return
    a |= b
    for member in b:
        groups[member] = a
