"""A first look at a text, before patterns that are slow to try at every character. It lets through too much, never too little."""

import re
from collections.abc import Iterator


def holds_any(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of these stems, written small, stands in the text in any case."""
    small = text.lower()
    for stem in stems:  # noqa: SIM110 - `any` over a generator takes half as long again, and this runs on every sentence
        if stem in small:
            return True
    return False


def holds_as_written(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of these stems stands in the text as it is written."""
    for stem in stems:  # noqa: SIM110 - as above
        if stem in text:
            return True
    return False


def places_of(text: str, stem: str) -> list[int]:
    """Where a stem, written small, begins in the text in any case."""
    small = text.lower()
    if len(small) != len(text):  # a few letters grow when made small
        return list(range(len(text)))
    places, at = [], small.find(stem)
    while at >= 0:
        places.append(at)
        at = small.find(stem, at + 1)
    return places


def found_at(pattern: re.Pattern[str], text: str, small: str, stems: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, for a pattern that begins with one of these stems in any case.

    `small` is the text in small letters, of the same length. To look for a stem costs a hundredth of trying the pattern
    at every character.
    """
    places: list[int] = []
    for stem in stems:
        at = small.find(stem)
        while at >= 0:
            places.append(at)
            at = small.find(stem, at + 1)
    done = 0
    for at in sorted(places):
        if at >= done and (match := pattern.match(text, at)):
            done = match.end()
            yield match


def lines_with(text: str, stems: tuple[str, ...]) -> list[tuple[int, int]]:
    """The lines (without their ends) that hold one of these stems, each once, in order."""
    found: set[tuple[int, int]] = set()
    for at in (at for stem in stems for at in places_of(text, stem)):
        end = text.find("\n", at)
        found.add((text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end))
    return sorted(found)
