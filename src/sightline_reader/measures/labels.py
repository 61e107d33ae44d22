"""The words that say what a figure counts."""

import re
from dataclasses import dataclass

from sightline_reader.layout import fold
from sightline_reader.numbers import Figure, periods

_SAYS_NOTHING = """a an the this that these it is was were are be been has have had of in on at to from by with as and or up
down reduction increase increases increased decrease decreased decreasing increasing drop dropped rise risen rose rising fall
fell fallen reduced reducing compared compares comparison against than substantial slight significant small large previous
prior year years last current level levels target figure figures total same which when over under about around approximately
nearly almost just more less only now currently respectively average rate number percentage proportion further still standing
slightly significantly marginally sharply little before earlier ago stood both represent represents represented came come went gone
period quarter month months"""
COMPARED = frozenset(_SAYS_NOTHING.split())
"""Words that only compare: a clause with no others speaks of the figure before it."""

_CHANGE = re.compile(
    r"(?i)\b(increase|rise|growth|decrease|reduction|fall|drop)\s+of\s*(?:(?:over|about|around|nearly)\s+)?$"
)
"""A word that makes of the figure behind it a change, not a level."""

_POINTS_BACK = re.compile(r"(?i)(?:this|it|these)\b.*\b(?:increase|reduction|decrease|rise|fall|drop|up|down)\b")
_ROUGHLY = "approximately|around|about|nearly|almost|over|just|under|some"
_EDGE = re.compile(
    r"(?i)^(?:[\W_]+|out of (?:the )?\d[\d,]*|(?:during|over|in|throughout) the year\b"
    r"|(?:there|and|of|with|was|were|is|are|has|have|had|been|in|at"
    rf"|on|to|from|by|a|an|the|estimated|total|where|that|this|these|it|also|further|or|up|{_ROUGHLY})\b)+"
    rf"|(?:[\s,;:(–—-]|\b(?:and|of|the|a|an|in|at|to|with|was|were|is|are|by|from|for|{_ROUGHLY})\b)+$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator before it becomes a candidate. `start` and `end` are places in the document."""

    label: str
    figure: Figure
    period: str | None
    start: int
    end: int
    inherited: bool = False
    of: str | None = None
    confidence: float = 0.7


def label_of(clause: str, sentence: str, figure: Figure, said: list[Found], before: str) -> tuple[str, bool]:
    """The words of a figure, and whether they were lent by the figure or the sentence before."""
    bare = tidy(re.sub(r"\([^()]*\)?", " ", clause))
    content = content_of(bare)
    if content - COMPARED and not (_POINTS_BACK.match(bare) and said):
        return bare, False
    if said:
        same_unit = next((f for f in reversed(said) if f.figure.unit == figure.unit), None)
        rate = "" if same_unit or not figure.unit.startswith("per ") else "rate of "
        if change := _CHANGE.search(sentence[: figure.start]):
            return f"{change[1].lower()} in: {_changed(sentence, said).label}", True
        return rate + (same_unit or said[-1]).label, True
    if re.match(r"(?i)(?:this|it|these|that)\b", sentence) and before:
        return tidy(re.split(r"(?i)\b(?:was|is|were|are)\b", before)[-1]), True
    return "", False


def _changed(sentence: str, said: list[Found]) -> Found:
    """The figure that a change is of: the nearest before it or, in "That is an increase", the first."""
    told = said if re.match(r"(?i)(?:that|this)\b", sentence) else said[::-1]
    return next((f for f in told if not f.inherited), said[-1])


def content_of(words: str) -> set[str]:
    return set(re.findall(r"[a-z][a-z’'-]+", words.lower()))


def without_periods(words: str) -> str:
    for period in reversed(periods(words)):
        words = words[: period.start] + " " + words[period.end :]
    return words


def tidy(words: str) -> str:
    """A label without the small words at its edges and with single spaces."""
    words = fold(re.sub(r"[*_]|\b(?:approximately|nearly|almost)\b", " ", words))
    return _EDGE.sub("", words).strip(" .,*")
