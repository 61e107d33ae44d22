"""Which words of a sentence belong to a figure: from where on its left to where on its right."""

import re

from sightline_reader.measures.labels import content_of
from sightline_reader.numbers import Figure

LEFT_WORDS = 12
RIGHT_WORDS = 14
"""A label longer than this many words on either side of its figure is a story."""

_LEFT_STOPS = re.compile(
    r"[;:]\s|,\s(?!\d)|\s[–—-]\s|[-–—](?=with\b)|[(\[]|(?i:\b(?:estimated?|said|told|found|shows?|showed|confirmed"
    r"|reported|noted|agreed|advised)\s+that\s)"
    r"|(?i:\b(?:compared\s+(?:to|with)|against|including|of\s+which|of\s+whom|of\s+these|whilst|while|but|although)\s)"
    r"|(?i:\bwith\s+(?=(?:a\s+|an\s+|the\s+|over\s+|\w+\s+)?\w*\s*$))"
)
_LEFT_AND = re.compile(r"(?i)\band\s")
_RIGHT_STOPS = re.compile(
    r"[;:]\s|[.]$|,\s(?!\d)|\s[–—-]\s|[)\]]|\s?\(|(?i:\b(?:compared\s+(?:to|with)|against|including|of\s+which"
    r"|of\s+whom|who|which|when|while|whilst|but"
    r"|although|because|resulting|reflecting|and\s+(?=\w+ed\b|(?:is|was|were|are|has|have|had)\b)|so\s+that"
    r"|in\s+order\s+to)\s)|(?i:\bwith\s+(?:a|an|over)\s)"
)
_WHO = re.compile(r"(?i)who\s")
_RIGHT_AND = re.compile(r"(?i)\s(?:and|to)\s")
_VERB = re.compile(r"(?i)\s(?:is|are|was|were|will|has|have|had|for|from|to|in)\s")
_ONE_FIGURE = re.compile(r"\s*\((?:or\s)?\s?[\d,.]+\s?(?:%|per cent)?\s?\)")
"""A bracket with one figure, "(32%)", tells the figure before it in another way."""

_LISTED = re.compile(r"\s*(?:[,;]\s|\s(?:and|&)\s)")
_LED_TO = re.compile(
    r"(?i)\b(?:was|were|is|are|be|been|to|of|from|by|at|with|for|in|had|has|have|received|held|made|than|over|nearly"
    r"|about|around|approximately"
    r"|almost|some|only|just|the|its|our|their|a|an|and|or|under|up|down|there|against|total|completed|reached|lent"
    r"|issued|visiting|delivered)\s*$"
)


def left_of(sentence: str, low: int, figure: Figure) -> int:
    """Where the words that belong to a figure begin, left of it. A figure alone in brackets belongs to what they follow."""
    start, aside = low, re.search(r"\(\s*$", sentence[: figure.start])
    if aside and re.match(r"\s*\)", sentence[figure.end :]) and content_of(sentence[low : figure.start]):
        stops = list(re.finditer(r"[;:,]\s|(?i:\b(?:and|was|were|is|are|including)\s)", sentence[low : aside.start()]))
        return low + stops[-1].end() if stops else low
    places = [low, *(stop.end() for stop in _LEFT_STOPS.finditer(sentence, low, figure.start))]
    start = places[-1]
    if len(places) > 1 and not sentence[start : figure.start].strip() and sentence[start - 2] in "–—-:":
        start = places[-2]
    ands = [m.end() for m in _LEFT_AND.finditer(sentence, start, figure.start)]
    owned = ands and re.match(
        r"(?i)(?:its|their|our|the|another|a total of|about|over)\s*$", sentence[ands[-1] : figure.start]
    )
    if ands and (low or owned):
        start = ands[-1]
    words = list(re.finditer(r"\S+", sentence[start : figure.start]))
    return start + words[-LEFT_WORDS].start() if len(words) > LEFT_WORDS else start


def right_of(sentence: str, left: int, figure: Figure, high: int, another: bool) -> int:
    """Where they end, right of it. A bracket just behind the figure is stepped over."""
    at, before = figure.end, sentence[left : figure.start]
    if _is_behind_its_words(sentence, before, figure):
        return at
    aside = re.match(r"\s*\((?:or |i\.e\. )?[^()]{0,40}\)", sentence[at:])
    if aside and (not another or at + aside.end() < high or _ONE_FIGURE.match(aside[0])):
        at += aside.end()
        high, another = (max(high, _next_stop(sentence, at)), False) if another else (high, another)
    stops = (m for m in _RIGHT_STOPS.finditer(sentence, at, high) if figure.unit != "%" or not _WHO.match(m[0]))
    stop = next(stops, None)
    end = stop.start() if stop else high
    if another and not stop:
        split = list(_RIGHT_AND.finditer(sentence, at, high)) or list(_VERB.finditer(sentence, at, high))
        end = split[-1].start() if split else at
    words = list(re.finditer(r"\S+", sentence[at:end]))
    return at + words[RIGHT_WORDS - 1].end() if len(words) > RIGHT_WORDS else max(end, figure.end)


def _is_behind_its_words(sentence: str, before: str, figure: Figure) -> bool:
    """Whether the words of a figure stand before it: "neglect (12)", "neglect 21, illness 4"."""
    if sentence[: figure.start].endswith("(") and sentence[figure.end : figure.end + 1] == ")":
        return bool(re.search(r"[a-z]\s*\($", sentence[: figure.start]))
    listed = _LISTED.match(sentence[figure.end :]) and re.search(r"[a-z]{3,}\s*$", before)
    return bool(listed) and not _LED_TO.search(before)


def _next_stop(sentence: str, at: int) -> int:
    stop = re.compile(r"[,;.(]").search(sentence, at)
    return stop.start() if stop else len(sentence)
