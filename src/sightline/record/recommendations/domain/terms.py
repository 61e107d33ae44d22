"""The words of a recommendation as likeness compares them: without case, without little words, by their stems."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Words that carry no matter, and those with which recommendations of any matter are written.
_LITTLE = (
    "a about after again all also an and any anyone are as at be been before being between both but by can could did do does doing "
    "down during each every everyone few for from further had has have having he her here him his how i if in into is it its itself just "
    "may me might more most must my no nor not now of off on once one only or other our out over own same she should so "
    "some such than that the their them then there these they this those through to too under until up upon very was we "
    "were what when where which while who whom whose why will with within would you your "
    "recommend recommends recommended recommendation recommendations ensure ensures ensuring consider considers considered "
    "considering consideration"
)
LITTLE = frozenset(_LITTLE.split())
SHORTEST = 3  # a stem is not cut shorter than this: "need" stays "need"


def terms_of(text: str) -> dict[str, str]:
    """Each stem with the word in which it first stands, in the order of the text."""
    found: dict[str, str] = {}
    for match in WORD.finditer(text):
        stem = stem_of(match.group())
        if stem:
            found.setdefault(stem, match.group())
    return found


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """A light stem: plurals, -ing, -ed and a last e fall away. Blank for little words and single letters."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    if plain in LITTLE or (len(plain) < 2 and not plain.isdecimal()):
        return ""
    return _without_e(_without_verb_ending(_singular(plain)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST + 2:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > SHORTEST:
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > SHORTEST and re.search(r"[aeiouy]", stem):
            doubled = stem[-1] == stem[-2] and stem[-1] not in "lsz"
            return stem[:-1] if doubled else stem
    return word


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST + 1 else word


def pieces(text: str, stems: frozenset[str]) -> list[tuple[str, bool]]:
    """The text cut at the words of these stems: each piece, and whether it is such a word. Joined they are the text."""
    cut: list[tuple[str, bool]] = []
    done = 0
    for match in WORD.finditer(text):
        if stem_of(match.group()) in stems:
            cut += [(text[done : match.start()], False), (match.group(), True)]
            done = match.end()
    return [piece for piece in [*cut, (text[done:], False)] if piece[0]]
