"""Two values that one paper gives for one figure."""

import re
from collections.abc import Iterator

from sightline_reader.checks.places import at
from sightline_reader.layout import View
from sightline_reader.model import Candidate, Fault
from sightline_reader.passages import HEADING_WORDS, passages, title_of

SAME_WORDS = 4
"""Two figures speak of one thing when their labels have the same words, at least so many."""


def two_values(view: View, indicators: list[Candidate]) -> Iterator[Fault]:
    told: dict[tuple[object, ...], Candidate] = {}
    for candidate in indicators:
        key = _what_it_counts(view, candidate)
        if key is None:
            continue
        first = told.setdefault(key, candidate)
        one, two = first.fields["value"], candidate.fields["value"]
        if one != two and candidate.start > first.end:
            unit = "%" if candidate.fields["unit"] == "%" else ""
            label, period = candidate.fields["label"], candidate.fields["period"]
            message = f"Two values for one figure: “{label}” ({period}) is {one:,}{unit} in one place and {two:,}{unit} in another."
            yield at("two_values", message, candidate, candidate.page)


def _what_it_counts(view: View, candidate: Candidate) -> tuple[object, ...] | None:
    """Words, unit, period and part of the paper; None where it is not plain enough what is counted, or the figure is rough."""
    fields = candidate.fields
    words = frozenset(re.findall(r"[a-z0-9][a-z’'-]+", str(fields["label"]).lower()))
    if len(words) < SAME_WORDS or not fields.get("period") or fields.get("approximate") or candidate.doubts:
        return None
    return words, fields["unit"], str(fields["period"]).lower(), fields.get("of"), _part_of(view, candidate.start)


def _part_of(view: View, offset: int) -> str:
    """The place that the heading over a figure names; figures of two places are two figures."""
    names = [t for start, t in view.once(_places) if start <= offset]
    return names[-1] if names else ""


def _places(view: View) -> list[tuple[int, str]]:
    """Headings that say whose figures follow: those with a name in capitals behind or before a common word."""
    found = [(p.start, title_of(p)) for p in passages(view)]
    return [
        (start, title)
        for start, title in found
        if title
        and not HEADING_WORDS.fullmatch(title)
        and re.search(r"(?i)\b(?:in|of|snapshot|profile|summary|borough|council)\b", title)
    ]
