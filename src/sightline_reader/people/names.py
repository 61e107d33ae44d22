"""Finds the name of a person at a place in a text, and says how sure that is."""

import re
from dataclasses import dataclass

from sightline_reader.people.name_words import GIVEN, NOT_NAMES
from sightline_reader.people.vocabulary import ALSO_SURNAMES, HONOURS, PLACES, RANK_QUALIFIERS, RANKS, TITLES

LIKELY = 2
"""From this certainty on, a name is believed in running text; where a list expects a name, POSSIBLE will do."""
POSSIBLE = 1

_PREFIX = r"(?:O[’'`]\s?|D[’'`]|Mc\s?|Mac|Fitz|De|Di|Du|Le|La|Van|Mac\s(?=[A-Z]))?"
_WORD = rf"{_PREFIX}[A-ZÀ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+(?:[-‐’'`][A-Za-zÀ-ž][a-zà-öø-ÿā-ž]+)*"
_INITIAL = (
    r"(?:[A-Z]\.\s?){1,3}(?=\s?[A-ZÀ-ÞĀ-Ž])|[A-Z](?=\s[A-ZÀ-ÞĀ-Ž](?:[\s.a-zà-ÿ]|[’'][A-Z]))|[A-Z](?=[A-ZÀ-ÞĀ-Ž][a-z])"
)
_PARTICLE = r"(?:de la|van der|van den|von der|de|da|di|du|van|von|der|den|ter|bin|binti|ibn|al|el|dos)(?=[\s-][A-Z])"
_CAPS = r"(?:Mc|Mac|O[’'])?[A-ZÀ-ÞĀ-Ž][’'-]?[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž’'-]*(?![a-z])"
_TOKEN = re.compile(rf"(?P<initial>{_INITIAL})|(?P<particle>{_PARTICLE})|(?P<caps>{_CAPS})|(?P<word>{_WORD})")
_TITLE = re.compile(
    r"(?:(?P<area>Borough|County|District|Town|Parish|City)\s)?(?P<title>[A-Z](?:/|[A-Za-z]*))[./]?\s{0,2}"
)
_GLUED_TITLE = re.compile(r"(Dame|Sir|Lord|Lady|Dr|Prof|Professor|Cllr|Councillor|Mrs|Miss)(?=[A-Z])")
_HONOUR = re.compile(r",?\s{1,2}([A-Z][A-Za-z]{1,7})\b(?![a-z])")


@dataclass(frozen=True, slots=True)
class Name:
    """`person` is the name without titles and honours; `rank` a rank or office that stood before it, spelled out."""

    person: str
    start: int
    end: int
    name_start: int
    name_end: int
    rank: str | None
    titled: bool
    certainty: int


def name_at(text: str, at: int = 0, places: frozenset[str] = frozenset(), wrapped: bool = False) -> Name | None:
    """The name that begins exactly at `at`, with its titles.

    `places` are words known to be areas in this text; `wrapped` says that a line end in the text parts nothing.
    """
    start, titles = _titles(text, at)
    tokens = _tokens(text, start, places, _WRAPPED_GAP if wrapped else _GAP)
    tokens = _without_overrun(text, tokens)
    words = [t for t in tokens if t.lastgroup != "particle"]
    titled = bool(titles)
    if not words or (len(words) < 2 and not (titled and _may_stand_alone(words[0], titles))):
        return None
    certainty = _certainty(words, titled, places)
    if certainty < POSSIBLE:
        return None
    end = tokens[-1].end()
    person = (
        " ".join(" ".join(token[0] for token in tokens).split())
        if "-" not in text[start:end]
        else _folded(text, start, end)
    )
    return Name(person, at, _past_honours(text, end), start, end, _rank(titles), titled, certainty)


def _folded(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def person_at(text: str, at: int = 0, places: frozenset[str] = frozenset()) -> Name | None:
    """The name at `at`, or right behind its own initials: `KS Kit Stone`."""
    lead = re.compile(r"[A-Z][A-Za-z]{1,3}\s+(?=[A-Z])").match(text, at)
    behind = name_at(text, lead.end(), places) if lead else None
    if lead and behind and lead[0].strip().isupper() and _spells(lead[0].strip(), behind.person):
        return behind
    return name_at(text, at, places)


def _spells(initials: str, person: str) -> bool:
    """Whether the initials are the first letters of the first and the last word; `O’Keefe` may give O or K."""
    words = re.split(r"[\s-]+", person)
    last = {words[-1][0].upper(), words[-1].upper().lstrip("O’'")[:1]}
    return initials[0] == words[0][0].upper() and initials[-1] in last


def _titles(text: str, at: int) -> tuple[int, list[str]]:
    """Where the name proper begins, and the titles and ranks before it."""
    found: list[str] = []
    while True:
        if glued := _GLUED_TITLE.match(text, at):
            found.append(glued[1])
            at = glued.end()
            continue
        match = _TITLE.match(text, at)
        word = match["title"].lower().rstrip("/") if match else ""
        is_title = word in TITLES and not (word == "ms" and len(match["title"]) == 2 and match["title"].isupper())
        shouted = len(word) > 3 or match is None or match["title"].isupper()
        is_rank = (word in RANKS and shouted) or (word in RANK_QUALIFIERS and _rank_follows(text, match.end()))
        if not match or match.end() == at or not (is_title or is_rank) or len(found) > 5:
            return at, found
        if match["area"] and word not in ("councillor", "cllr"):
            return at, found
        found.append(" ".join(match[0].split()).rstrip("./ "))
        at = match.end()


def _rank_follows(text: str, at: int) -> bool:
    """Whether `Temporary`, `Chief` … leads to a rank, so that `Chief Executive` and `Deputy Head` stay posts."""
    for word in re.findall(r"[A-Za-z]+", text[at : at + 60])[:3]:
        if word.lower() in RANKS:
            return True
        if word.lower() not in RANK_QUALIFIERS:
            return False
    return False


_GAP = re.compile(r"[ \t]{0,2}(?![ \t])|(?<=-)")
_WRAPPED_GAP = re.compile(r"[ \t]*\r?\n\s*|[ \t]{0,2}(?![ \t])|(?<=-)")


def _tokens(text: str, at: int, places: frozenset[str], between: re.Pattern[str]) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    while len(tokens) < 6:
        match = _TOKEN.match(text, at)
        if not match or not _belongs(match, tokens, places):
            break
        tokens.append(match)
        gap = between.match(text, match.end())
        if not gap or (gap.end() == match.end() and match.lastgroup != "initial"):
            break
        at = gap.end()
    while tokens and tokens[-1].lastgroup in ("particle", "initial"):
        tokens.pop()
    return tokens


def _belongs(match: re.Match[str], before: list[re.Match[str]], places: frozenset[str]) -> bool:
    word, plain = match[0], match[0].lower().rstrip("’'")
    if match.lastgroup == "particle":
        return bool(before)
    if match.lastgroup == "initial":
        return not before or all(t.lastgroup == "initial" for t in before) or before[0][0].lower() in GIVEN
    if match.lastgroup == "caps":
        style = all(t.lastgroup == "caps" or (t.lastgroup == "initial") for t in before)
        second = len(before) == 1 and (before[0][0].lower() in GIVEN or before[0].lastgroup == "initial")
        believed = plain not in NOT_NAMES or (second and plain in ALSO_SURNAMES)
        return len(word) > 2 and believed and plain not in HONOURS and (second or (style and len(before) < 3))
    follows_given = len(before) >= 1 and (before[0][0].lower() in GIVEN or before[0].lastgroup == "initial")
    if plain in NOT_NAMES:
        return (follows_given and plain in ALSO_SURNAMES) or (not before and plain in GIVEN)
    return not (plain in places and not follows_given) and not word.lower().endswith(("’s", "'s"))


def _without_overrun(text: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """A third word or more is part of the name only where the name then plainly ends."""
    while len([t for t in tokens if t.lastgroup in ("word", "caps")]) > 3:
        tokens = tokens[:-1]
    while len([t for t in tokens if t.lastgroup in ("word", "caps")]) > 2:
        after = text[tokens[-1].end() :]
        glued = re.match(r"[A-Z]", after)
        if re.match(r"\s*(?:$|[\n\r,;()/|–—:.]|-\s|\s{3}|and\b|&)|\t", after) and not glued and len(tokens) < 6:
            break
        tokens = tokens[:-1]
        while tokens and tokens[-1].lastgroup in ("particle", "initial"):
            tokens = tokens[:-1]
    return tokens


def _may_stand_alone(word: re.Match[str], titles: list[str]) -> bool:
    """`Councillor Hargrave`, but no lone word after a title that is also a common word."""
    return word[0].lower() not in NOT_NAMES and titles[-1].lower() not in ("ms", "hon", "a", "t", "c")


def _certainty(words: list[re.Match[str]], titled: bool, places: frozenset[str]) -> int:
    first = words[0]
    known = first[0].lower().split("-")[0] in GIVEN or words[-1][0].lower() in GIVEN
    certainty = 1 + 2 * titled + 2 * known + (first.lastgroup == "initial" and len(words) > 1)
    areas = sum(w[0].lower() in PLACES or w[0].lower() in places for w in words)
    shouted = all(w.lastgroup == "caps" for w in words) and not known
    return certainty - areas * (1 if known or titled else 2) - shouted


def _past_honours(text: str, end: int) -> int:
    while (match := _HONOUR.match(text, end)) and match[1].lower() in HONOURS and not match[1].islower():
        end = match.end()
    return end


def _rank(titles: list[str]) -> str | None:
    """A rank or office spelled out before the name; an abbreviated one is a title and no post."""
    spelled = [t for t in titles if t.lower().split()[-1] not in TITLES or " " in t]
    if not any(len(t) > 5 and (t.lower() in RANKS or " " in t) for t in spelled):
        return None
    return " ".join(spelled) if all(len(t) > 3 for t in spelled) else None
